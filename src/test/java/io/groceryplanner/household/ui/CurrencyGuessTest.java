package io.groceryplanner.household.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrencyGuessTest {

  @Test
  void theFirstLanguageWithACountryTellsTheCurrency() {
    assertThat(CurrencyGuess.of(Stream.of(Locale.ENGLISH, Locale.GERMANY, Locale.US)))
        .contains(Currency.getInstance("EUR"));
  }

  @Test
  void nothingIsGuessedWithoutACountry() {
    assertThat(CurrencyGuess.of(Stream.of(Locale.ENGLISH))).isEmpty();
    assertThat(CurrencyGuess.of(Stream.of(Locale.forLanguageTag("en-150")))).isEmpty();
  }

  @Test
  void onlyMoneyThatPeoplePayWithIsOffered() {
    assertThat(CurrencyGuess.all())
        .extracting(Currency::getCurrencyCode)
        .contains("CHF", "EUR", "JPY")
        .doesNotContain("XAU", "XXX");
  }
}
