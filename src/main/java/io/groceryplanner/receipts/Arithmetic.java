package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether the lines add up to the printed total.
 *
 * @param linesTotal the lines with their discounts
 * @param taxOnTop tax that the till adds below the lines; zero where prices include it
 * @param rounding what the till rounded the amount to pay by, less than zero where it rounded down;
 *     zero where it did not
 * @param difference lines, tax and rounding minus total; nothing where no total is known
 */
public record Arithmetic(
    BigDecimal linesTotal,
    BigDecimal taxOnTop,
    BigDecimal rounding,
    Optional<BigDecimal> difference) {

  /**
   * Tax is on top where subtotal and tax make the total, or where only lines and tax do; in most of
   * Europe it is printed but inside the prices. A rounding counts unless the sums agree without it.
   */
  static Arithmetic of(
      BigDecimal linesTotal,
      Optional<BigDecimal> subtotal,
      Optional<BigDecimal> tax,
      Optional<BigDecimal> rounding,
      Optional<BigDecimal> total) {
    if (total.isEmpty()) {
      return new Arithmetic(linesTotal, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
    }
    var added = tax.orElse(BigDecimal.ZERO);
    var agreesUnrounded = same(linesTotal, total.get()) || same(linesTotal.add(added), total.get());
    var rounded = agreesUnrounded ? BigDecimal.ZERO : rounding.orElse(BigDecimal.ZERO);
    var due = total.get().subtract(rounded);
    var isOnTop =
        subtotal.map(net -> same(net.add(added), due)).orElse(false)
            || same(linesTotal.add(added), due);
    var onTop = isOnTop ? added : BigDecimal.ZERO;
    return new Arithmetic(
        linesTotal, onTop, rounded, Optional.of(linesTotal.add(onTop).subtract(due)));
  }

  /** Whether the total is known and the lines make it, to the cent. */
  public boolean addsUp() {
    return difference.isPresent() && difference.get().signum() == 0;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }
}
