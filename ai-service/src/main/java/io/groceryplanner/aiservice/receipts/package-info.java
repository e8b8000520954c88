/** From an uploaded picture of a receipt to what it says. */
@NullMarked
package io.groceryplanner.aiservice.receipts;

import org.jspecify.annotations.NullMarked;
