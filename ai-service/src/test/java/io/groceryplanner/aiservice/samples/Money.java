package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;

/**
 * How a shop writes amounts.
 *
 * @param currency ISO 4217 code
 * @param symbol the sign printed before an amount where a sign is printed, else empty
 * @param comma whether the decimal sign is a comma
 */
record Money(String currency, String symbol, boolean comma) {

  static final Money USD = new Money("USD", "$", false);
  static final Money GBP = new Money("GBP", "£", false);
  static final Money EUR = new Money("EUR", "", true);

  /** The bare number, such as {@code -1,29}. */
  String plain(BigDecimal amount) {
    return decimal(amount.setScale(2));
  }

  /** The number with its sign, such as {@code -£1.29}. */
  String signed(BigDecimal amount) {
    return (amount.signum() < 0 ? "-" : "") + symbol + plain(amount.abs());
  }

  /** A quantity or rate in the shop's decimal notation. */
  String decimal(BigDecimal number) {
    String text = number.toPlainString();
    return comma ? text.replace('.', ',') : text;
  }
}
