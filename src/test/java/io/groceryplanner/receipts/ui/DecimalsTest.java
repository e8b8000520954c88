package io.groceryplanner.receipts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.64 | 2.64",
        "2,64 | 2.64",
        "€ 2,64 | 2.64",
        "−1,36 | -1.36",
        ".5 | 0.5",
        "12 480 | 12480",
        "1.204,88 | 1204.88",
        "1,204.88 | 1204.88"
      })
  void moneyIsReadAsPeopleWriteIt(String typed, BigDecimal amount) {
    assertThat(Decimals.money(typed, Locale.ENGLISH).orElseThrow()).isEqualByComparingTo(amount);
    assertThat(Decimals.money(typed, Locale.GERMAN).orElseThrow()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | 1.204 | 1204",
        "en | 1.204 | 1.204",
        "en | 1,204 | 1204",
        "de | 1,204 | 1.204"
      })
  void thousandsOfMoneyAreReadAsTheReadersLanguageGroupsThem(
      String language, String typed, BigDecimal amount) {
    assertThat(Decimals.money(typed, Locale.of(language)).orElseThrow())
        .isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0,684 | 0.684", "0.684 | 0.684", "1.250 | 1.25", "6 | 6"})
  void inAQuantityWhateverSeparatesSeparatesDecimals(String typed, BigDecimal quantity) {
    assertThat(Decimals.quantity(typed).orElseThrow()).isEqualByComparingTo(quantity);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-", ".", "1-2", "12345678901234567890"})
  void whatIsNoNumberIsNone(String typed) {
    assertThat(Decimals.money(typed, Locale.ENGLISH)).isEmpty();
    assertThat(Decimals.quantity(typed)).isEmpty();
  }
}
