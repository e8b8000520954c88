package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as exactly as receipts keep them, however long they were written. */
final class KeptNumbers {

  private static final BigDecimal LARGEST = new BigDecimal("99999999");
  private static final int DECIMALS_OF_A_QUANTITY = 3;
  private static final int DECIMALS_OF_MONEY = 2;

  private KeptNumbers() {}

  static BigDecimal quantity(BigDecimal given) {
    return rounded(given, DECIMALS_OF_A_QUANTITY);
  }

  static BigDecimal money(BigDecimal given) {
    return rounded(given, DECIMALS_OF_MONEY);
  }

  static boolean isTooLarge(BigDecimal given) {
    return given.abs().compareTo(LARGEST) > 0;
  }

  /** Writing {@code 1e-99999999} or its opposite out in digits would take minutes. */
  private static BigDecimal rounded(BigDecimal given, int decimals) {
    if (isTooLarge(given)) {
      return given;
    }
    long firstDigit = (long) given.precision() - given.scale();
    return firstDigit < -decimals
        ? BigDecimal.ZERO
        : given.setScale(decimals, RoundingMode.HALF_UP);
  }
}
