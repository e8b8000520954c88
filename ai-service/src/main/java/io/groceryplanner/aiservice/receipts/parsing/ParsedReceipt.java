package io.groceryplanner.aiservice.receipts.parsing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a receipt says; what it does not say is null. */
public record ParsedReceipt(
    @Nullable Found<String> merchant,
    @Nullable Found<LocalDate> date,
    @Nullable Found<String> currency,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    @Nullable BigDecimal rounding,
    @Nullable BigDecimal discounts,
    @Nullable Found<BigDecimal> total,
    List<ParsedLine> lines,
    BigDecimal linesTotal,
    @Nullable BigDecimal difference,
    String rawText,
    Set<Integer> doubts) {

  /** Whether the lines add up to the total, with the printed tax and rounding where it has them. */
  public boolean isClosed() {
    return difference != null
        && !lines.isEmpty()
        && (isZeroOrRounding(difference) || (tax != null && isZeroOrRounding(difference.add(tax))));
  }

  private boolean isZeroOrRounding(BigDecimal left) {
    return left.signum() == 0 || (rounding != null && left.add(rounding).signum() == 0);
  }

  /** Whether more speaks for this reading of a receipt than for another one of the same. */
  public boolean isSounderThan(ParsedReceipt other) {
    if (total != null && other.total != null && !total.value().equals(other.total.value())) {
      // Lines that add up to the wrong sum prove nothing: what counts is who is surer of the sum.
      return total.confidence() > other.total.confidence();
    }
    return soundness() > other.soundness();
  }

  private double soundness() {
    return (isClosed() ? 2 : 0)
        + confidence(total) * 2
        + (lines.isEmpty() ? 0 : 0.3)
        + confidence(date) * 0.2
        + lines.stream().mapToDouble(ParsedLine::confidence).average().orElse(0);
  }

  /** This reading, with shop, day and currency from the other where that one is surer of them. */
  public ParsedReceipt completedBy(ParsedReceipt other) {
    return new ParsedReceipt(
        surer(merchant, other.merchant),
        surer(date, other.date),
        surer(currency, other.currency),
        subtotal,
        tax,
        rounding,
        discounts,
        total,
        lines,
        linesTotal,
        difference,
        rawText,
        doubts);
  }

  private static <T> @Nullable Found<T> surer(@Nullable Found<T> one, @Nullable Found<T> other) {
    return confidence(other) > confidence(one) ? other : one;
  }

  private static double confidence(@Nullable Found<?> found) {
    return found == null ? 0 : found.confidence();
  }
}
