@NullMarked
package io.groceryplanner.receipts.image;

import org.jspecify.annotations.NullMarked;
