package io.groceryplanner.receipts;

import io.groceryplanner.base.Money;
import java.util.List;

/**
 * A receipt with its lines, in the order of the paper.
 *
 * @param currency the receipt's, or the household's where the receipt does not say
 */
public record Receipt(ReceiptSummary summary, String currency, List<ReceiptLine> lines) {

  public ReceiptId id() {
    return summary.id();
  }

  public Money money(java.math.BigDecimal amount) {
    return Money.of(amount, currency);
  }
}
