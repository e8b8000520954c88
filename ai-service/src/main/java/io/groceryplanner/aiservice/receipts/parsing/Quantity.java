package io.groceryplanner.aiservice.receipts.parsing;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** So many, or so much, at a price each: {@code 2 x 1,29} or {@code 0.684 kg @ 2.79/kg}. */
record Quantity(BigDecimal count, @Nullable String unit, BigDecimal price, int start, int end) {

  private static final String UNIT =
      "kg|1b|lb|ib|ibs|lbs|g|ltr|l|stk|stck|st|stück|pcs?|pes?|ea|each|unit|units|oz";

  /** What goods are counted in besides pieces; such a count has no unit of measure. */
  private static final String PACK =
      "rollen?|packe?|packung(?:en)?|pckg|pkg|pkts?|packs?|packets?|paar|pairs?|beutel|tüten?|dosen?|flaschen?|fl"
          + "|gl[aä]s(?:er)?|becher|netze?|schalen?|kartons?|ktn|ctn|kisten?|säcke?|sack|sets?|bund|bunch(?:es)?"
          + "|bags?|box(?:es)?|bottles?|btl|cans?|tins?|jars?|rolls?|trays?";

  private static final Pattern PRODUCT =
      Pattern.compile(
          "(?<count>\\d{1,4}(?:[.,]\\s?\\d{1,3})?)\\s?(?:(?<unit>"
              + UNIT
              + ")|(?:"
              + PACK
              + "))?\\.?\\s?(?:[x×*@]|%(?=\\s?\\d+[.,]\\d{2}$)|(?<=\\s)[aà](?=\\s)|at(?=\\s))\\s?"
              + Amounts.CURRENCY
              + "?\\s?(?<minus>[-−]\\s?)?"
              + "(?<price>\\d{1,5}[.,]\\s?\\d{2,4})(?!\\d)"
              + "(?:\\s?(?:EUR|€)(?!\\s?\\d))?(?:\\s?(?:/|per|je)\\s?(?<per>kg|1b|lb|ib|1|l|ltr|stk|ea|100\\s?g|\\w{1,4}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REVERSED =
      Pattern.compile(
          "(?<price>\\d{1,5}[.,]\\s?\\d{2})(?:\\s?(?:EUR|€))?\\s?[x×*]\\s?(?<count>\\d{1,3})(?![\\d.,])",
          Pattern.CASE_INSENSITIVE);

  static @Nullable Quantity in(String text) {
    Matcher matcher = PRODUCT.matcher(text);
    if (matcher.find()) {
      String unit = matcher.group("unit") != null ? matcher.group("unit") : matcher.group("per");
      BigDecimal price = number(matcher.group("price"));
      return new Quantity(
          number(matcher.group("count")),
          named(unit),
          matcher.group("minus") == null ? price : price.negate(),
          matcher.start(),
          matcher.end());
    }
    Matcher reversed = REVERSED.matcher(text);
    if (reversed.find()) {
      return new Quantity(
          number(reversed.group("count")),
          null,
          number(reversed.group("price")),
          reversed.start(),
          reversed.end());
    }
    return null;
  }

  /** Whether count times price is the amount, but for rounding. */
  boolean makes(long cents) {
    return Math.abs(Math.abs(cents()) - Math.abs(cents)) <= 1;
  }

  /** Count times price, in cents. */
  long cents() {
    return count
        .multiply(price)
        .movePointRight(2)
        .setScale(0, java.math.RoundingMode.HALF_UP)
        .longValue();
  }

  /** A weight whose unit was read as a further digit ({@code 1.54lb} as {@code 1.541b}). */
  Quantity withoutLastDigit() {
    return count.scale() == 0
        ? this
        : new Quantity(
            count.setScale(count.scale() - 1, java.math.RoundingMode.DOWN),
            unit,
            price,
            start,
            end);
  }

  static BigDecimal number(String text) {
    return new BigDecimal(text.replace(" ", "").replace(',', '.'));
  }

  static @Nullable String named(@Nullable String unit) {
    if (unit == null) {
      return null;
    }
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "kg" -> "kg";
      case "1b", "lb", "ib", "lbs", "ibs" -> "lb";
      case "g" -> "g";
      case "l", "1", "ltr" -> "l";
      case "oz" -> "oz";
      case "stk", "stck", "st", "stück", "pc", "pcs", "pe", "pes", "ea", "each", "unit", "units" ->
          "piece";
      default -> null;
    };
  }
}
