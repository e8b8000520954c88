package io.groceryplanner.base;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount in one currency, kept at the currency's own number of decimals.
 *
 * <p>Sums never mix currencies: {@link #plus} refuses another one.
 */
public record Money(BigDecimal amount, Currency currency) {

  public Money {
    amount =
        amount.setScale(Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP);
  }

  /**
   * @throws IllegalArgumentException when the code is no ISO 4217 currency
   */
  public static Money of(BigDecimal amount, String currencyCode) {
    return new Money(amount, Currency.getInstance(currencyCode));
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
    }
    return new Money(amount.add(other.amount), currency);
  }

  /** As people of this locale write it, such as {@code €36.37} or {@code 36,37 €}. */
  public String format(Locale locale) {
    var format = java.text.NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(amount.scale());
    format.setMaximumFractionDigits(amount.scale());
    return format.format(amount);
  }
}
