package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, known exactly because the receipt was drawn from it.
 *
 * @param merchant the shop's name as printed
 * @param date day of the purchase
 * @param currency ISO 4217 code
 * @param total the amount due
 * @param subtotal the printed subtotal, null where none is printed
 * @param tax the printed sum of taxes, null where none is printed
 * @param taxIncluded false where the tax is added to the subtotal
 * @param lines the bought lines in printed order
 */
public record ReceiptTruth(
    String merchant,
    LocalDate date,
    String currency,
    BigDecimal total,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    boolean taxIncluded,
    List<ReceiptLine> lines) {

  /** Copies the lines. */
  public ReceiptTruth {
    lines = List.copyOf(lines);
  }

  /** The total worked out from the lines, equal to {@link #total()} for every sample. */
  public BigDecimal sumOfLines() {
    BigDecimal sum = BigDecimal.ZERO;
    for (ReceiptLine line : lines) {
      sum = sum.add(line.net());
    }
    return taxIncluded || tax == null ? sum : sum.add(tax);
  }
}
