package io.groceryplanner.aiservice.receipts.parsing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a receipt says; what it does not say is null. */
public record ParsedReceipt(
    @Nullable Found<String> merchant,
    @Nullable Found<LocalDate> date,
    @Nullable Found<String> currency,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    @Nullable BigDecimal discounts,
    @Nullable Found<BigDecimal> total,
    List<ParsedLine> lines,
    BigDecimal linesTotal,
    @Nullable BigDecimal difference,
    String rawText) {

  /** Whether the lines add up to the total, or to what the receipt calls the total before tax. */
  public boolean isClosed() {
    return difference != null
        && !lines.isEmpty()
        && (difference.signum() == 0 || (tax != null && difference.add(tax).signum() == 0));
  }
}
