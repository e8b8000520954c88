/** REST of receipts. */
@NullMarked
package io.groceryplanner.receipts.api;

import org.jspecify.annotations.NullMarked;
