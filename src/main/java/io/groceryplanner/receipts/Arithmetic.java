package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Whether the lines add up to the printed total.
 *
 * @param linesTotal the lines with their discounts
 * @param taxOnTop tax that the till adds below the lines; zero where prices include it
 * @param difference lines and tax minus total; nothing where no total is known
 */
public record Arithmetic(
    BigDecimal linesTotal, BigDecimal taxOnTop, Optional<BigDecimal> difference) {

  /**
   * Tax is on top where subtotal and tax make the total, or where only lines and tax do; in most of
   * Europe it is printed but inside the prices.
   */
  static Arithmetic of(
      BigDecimal linesTotal,
      Optional<BigDecimal> subtotal,
      Optional<BigDecimal> tax,
      Optional<BigDecimal> total) {
    if (total.isEmpty()) {
      return new Arithmetic(linesTotal, BigDecimal.ZERO, Optional.empty());
    }
    var added = tax.orElse(BigDecimal.ZERO);
    var isOnTop =
        subtotal.map(net -> same(net.add(added), total.get())).orElse(false)
            || same(linesTotal.add(added), total.get());
    var onTop = isOnTop ? added : BigDecimal.ZERO;
    return new Arithmetic(
        linesTotal, onTop, Optional.of(linesTotal.add(onTop).subtract(total.get())));
  }

  /** Whether the total is known and the lines make it, to the cent. */
  public boolean addsUp() {
    return difference.isPresent() && difference.get().signum() == 0;
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0;
  }
}
