/** Understands the words of a receipt: shop, day, amounts and lines. */
@NullMarked
package io.groceryplanner.aiservice.receipts.parsing;

import org.jspecify.annotations.NullMarked;
