package io.groceryplanner.aiservice.receipts.parsing;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the currency from signs and words, and only then from where the household lives. */
final class Currencies {

  private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();
  private static final Pattern DOLLAR = Pattern.compile("\\$\\s?\\d");

  static {
    SIGNS.put("EUR", Pattern.compile("€|\\bEUR\\b|\\bEURO\\b"));
    SIGNS.put("GBP", Pattern.compile("£|\\bGBP\\b"));
    SIGNS.put("MYR", Pattern.compile("\\bMYR\\b|\\bRM\\s?\\d|\\bRM\\b|\\(RM\\)"));
    SIGNS.put("CHF", Pattern.compile("\\bCHF\\b"));
    SIGNS.put("USD", Pattern.compile("\\bUSD\\b|US\\$"));
    SIGNS.put("CAD", Pattern.compile("\\bCAD\\b|CA\\$"));
  }

  private static final Map<String, Phrases> WORDS =
      Map.of(
          "MYR", Phrases.of("sdn bhd", "jalan", "taman", "selangor", "kuala lumpur", "johor"),
          "EUR", Phrases.of("mwst", "ust id", "gmbh", "ust idnr", "finanzamt"),
          "GBP", Phrases.of("vat no gb", "vat reg no gb"),
          "USD", Phrases.of("sales tax"));

  private Currencies() {}

  static @Nullable Found<String> find(List<Row> rows, Hints hints) {
    String winner = null;
    long most = 0;
    for (Map.Entry<String, Pattern> sign : SIGNS.entrySet()) {
      long count = rows.stream().filter(r -> sign.getValue().matcher(r.text()).find()).count();
      if (count > most) {
        most = count;
        winner = sign.getKey();
      }
    }
    if (winner != null) {
      return new Found<>(winner, most > 1 ? 0.97 : 0.85, null);
    }
    for (Map.Entry<String, Phrases> words : WORDS.entrySet()) {
      if (rows.stream().anyMatch(words.getValue()::in)) {
        return new Found<>(words.getKey(), 0.8, null);
      }
    }
    String home = hints.currency() != null ? hints.currency() : ofCountry(hints.locale());
    if (home == null) {
      return null;
    }
    boolean dollar = rows.stream().anyMatch(r -> DOLLAR.matcher(r.text()).find());
    boolean agrees = dollar && home.endsWith("D");
    return dollar && !agrees ? null : new Found<>(home, agrees ? 0.9 : 0.6, null);
  }

  private static @Nullable String ofCountry(@Nullable Locale locale) {
    if (locale == null || locale.getCountry().isEmpty()) {
      return null;
    }
    try {
      Currency currency = Currency.getInstance(locale);
      return currency == null ? null : currency.getCurrencyCode();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
