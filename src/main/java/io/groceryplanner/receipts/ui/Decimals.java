package io.groceryplanner.receipts.ui;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: with comma or point, spaces, a currency sign or a long minus. */
final class Decimals {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
  private static final Pattern NOISE = Pattern.compile("[^\\d.,\\-]");

  private Decimals() {}

  /** An amount of money: here three digits after a separator of thousands mean thousands. */
  static Optional<BigDecimal> money(String typed, Locale locale) {
    var text = cleaned(typed);
    var grouping = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
    if (text.matches("-?[1-9]\\d{0,2}(" + Pattern.quote(String.valueOf(grouping)) + "\\d{3})+")) {
      text = text.replace(String.valueOf(grouping), "");
    }
    return read(text);
  }

  /** A quantity: whatever separates, separates decimals. */
  static Optional<BigDecimal> quantity(String typed) {
    return read(cleaned(typed));
  }

  private static String cleaned(String typed) {
    return NOISE.matcher(typed.replace('\u2212', '-').replace('\u2013', '-')).replaceAll("");
  }

  /** Where both signs stand, the last one separates the decimals. */
  private static Optional<BigDecimal> read(String text) {
    int decimal = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
    var whole = decimal < 0 ? text : text.substring(0, decimal);
    var plain =
        whole.replace(".", "").replace(",", "")
            + (decimal < 0 ? "" : "." + text.substring(decimal + 1));
    var number = plain.startsWith(".") ? "0" + plain : plain;
    return NUMBER.matcher(number).matches()
        ? Optional.of(new BigDecimal(number))
        : Optional.empty();
  }
}
