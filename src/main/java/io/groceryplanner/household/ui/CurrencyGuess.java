package io.groceryplanner.household.ui;

import com.vaadin.flow.server.VaadinRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which money a newcomer pays with: the browser's languages often name a country. */
final class CurrencyGuess {

  private CurrencyGuess() {}

  /** Currencies with coins people pay with, by code. */
  static List<Currency> all() {
    return Currency.availableCurrencies()
        .filter(currency -> currency.getDefaultFractionDigits() >= 0)
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }

  static Optional<Currency> of(@Nullable VaadinRequest request) {
    return request == null ? Optional.empty() : of(Collections.list(request.getLocales()).stream());
  }

  static Optional<Currency> of(Stream<Locale> languages) {
    return languages.flatMap(language -> ofCountry(language).stream()).findFirst();
  }

  private static Optional<Currency> ofCountry(Locale language) {
    if (language.getCountry().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Currency.getInstance(language));
    } catch (IllegalArgumentException e) {
      // A region that is no country, such as 150 for Europe.
      return Optional.empty();
    }
  }
}
