/** Pictures as they come in and as they are shown. */
@NullMarked
package io.groceryplanner.receipts.image;

import org.jspecify.annotations.NullMarked;
