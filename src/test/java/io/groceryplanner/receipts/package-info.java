@NullMarked
package io.groceryplanner.receipts;

import org.jspecify.annotations.NullMarked;
