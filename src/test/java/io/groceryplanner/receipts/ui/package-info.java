@NullMarked
package io.groceryplanner.receipts.ui;

import org.jspecify.annotations.NullMarked;
