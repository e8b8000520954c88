/** Screens of receipts: the list and the review. */
@NullMarked
package io.groceryplanner.receipts.ui;

import org.jspecify.annotations.NullMarked;
