package io.groceryplanner.aiservice.receipts.parsing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row among the articles, taken apart: what it is called, how many, at what price, how much. */
record ItemRow(
    Row row, RowKind kind, String name, @Nullable Quantity quantity, @Nullable Amount total) {

  private static final Pattern TAIL =
      Pattern.compile(
          "(?:\\s|^)(?:[\\d.,'/*@x×=+()~:;-]+|R[MNHK]|EUR|[€$£]|PCS?|EA|UNITS?|UNT|PKT|NOS?|BTL|CTN|SET|STK|KG|LB"
              + "|RM[\\d.,]+|[$€£][\\d.,]+)\\.?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE =
      Pattern.compile(
          "^(?:(?:SR|ZR|ZRL|[SZ])?[:\\s]*[#*]?\\s?[1lI]?\\d{5,}[\\dA-Z-]*|\\d{1,2}\\s?[xX]\\s\\d{5,}|\\d{1,2}[.)]\\s)\\s*");
  private static final Pattern LEADING_COUNT =
      Pattern.compile("^(\\d{1,3})(?:\\s?[xX×*])?\\s+(?=\\p{L})");
  private static final Pattern COUNT_SIGN = Pattern.compile("[xX×*]");
  private static final Pattern LOST_POINT =
      Pattern.compile(
          "(?:^|\\s)(?<count>\\d{1,3})\\s(?:\\p{L}{2,4}\\s)?(?<price>\\d{1,4}[., ]\\d{2}|\\d{3,5})\\s(?<total>\\d{3,6})"
              + "(?:\\s?\\p{Lu}{1,3})?$");
  private static final Pattern WHOLE_NUMBER =
      Pattern.compile("(?<![\\d.,/%-])(\\d{1,4}(?:[.,]0{1,3})?)(?![\\d.,/%:])");

  static ItemRow of(Row row, RowKind kind) {
    Quantity product = Quantity.in(row.digits());
    Amount total = row.lastAmount();
    if (product != null && total != null && total.start() < product.end()) {
      // The only amount is the price of one.
      total = null;
    }
    Matcher columns = LOST_POINT.matcher(row.digits());
    if (product == null && columns.find()) {
      Amount repaired = withPoint(row, columns);
      if (repaired != null) {
        BigDecimal price = new BigDecimal(columns.group("price").replaceAll("\\D", ""));
        product =
            new Quantity(
                new BigDecimal(columns.group("count")),
                null,
                price.movePointLeft(2),
                columns.start("count"),
                columns.start("count"));
        return new ItemRow(row, kind, name(row, product, repaired), product, repaired);
      }
    }
    if (product == null && total != null) {
      product = byColumns(row, total);
    }
    return new ItemRow(row, kind, name(row, product, total), product, total);
  }

  /** Letters of the name, without units and codes. */
  boolean isNamed() {
    return name.chars().filter(Character::isLetter).count() >= 3;
  }

  boolean isPriced() {
    return total != null;
  }

  /** An amount at the end that lost its point, as the count and price before it prove. */
  private static @Nullable Amount withPoint(Row row, Matcher columns) {
    long count = Long.parseLong(columns.group("count"));
    long price = Long.parseLong(columns.group("price").replaceAll("\\D", ""));
    long total = Long.parseLong(columns.group("total"));
    int start = columns.start("total");
    int end = columns.end("total");
    return count > 0 && count * price == total
        ? new Amount(total, start, end, row.boxOf(start, end), row.confidenceOf(start, end))
        : null;
  }

  /** A column with a count and one with a price, when their product is the amount. */
  private static @Nullable Quantity byColumns(Row row, Amount total) {
    List<Amount> prices = row.amounts().stream().filter(a -> a.start() < total.start()).toList();
    List<BigDecimal> counts = new ArrayList<>();
    Matcher numbers = WHOLE_NUMBER.matcher(row.digits().substring(0, total.start()));
    while (numbers.find()) {
      counts.add(Quantity.number(numbers.group(1)).setScale(0, RoundingMode.DOWN));
    }
    for (int i = prices.size() - 1; i >= 0; i--) {
      Amount price = prices.get(i);
      for (BigDecimal count : counts) {
        Quantity quantity =
            new Quantity(
                count, null, BigDecimal.valueOf(price.cents(), 2), price.start(), price.start());
        if (count.signum() > 0 && quantity.makes(total.cents())) {
          return quantity;
        }
      }
    }
    return null;
  }

  private static String name(Row row, @Nullable Quantity product, @Nullable Amount total) {
    String text = row.text();
    if (product != null && product.end() > product.start()) {
      text =
          text.substring(0, product.start()) + (total == null ? text.substring(product.end()) : "");
    } else if (total != null) {
      text = text.substring(0, total.start());
    }
    text = text.strip();
    text = CODE.matcher(text).replaceFirst("");
    Matcher leading = LEADING_COUNT.matcher(text);
    if (leading.find() && (total != null || COUNT_SIGN.matcher(leading.group()).find())) {
      text = text.substring(leading.end());
    }
    String before;
    do {
      before = text;
      text = TAIL.matcher(text).replaceFirst("").strip();
    } while (!text.equals(before));
    return text.replaceAll("^[^\\p{L}\\p{N}(]+|[^\\p{L}\\p{N})%.!]+$", "").strip();
  }

  /**
   * The number in front of the name, where tills print how many. A speck looks like one too, but
   * seldom like one that the amount can be divided by.
   */
  @Nullable BigDecimal leadingCount() {
    Matcher leading = LEADING_COUNT.matcher(CODE.matcher(row.text().strip()).replaceFirst(""));
    if (!leading.find()) {
      return null;
    }
    long count = Long.parseLong(leading.group(1));
    boolean divides = total != null && count > 0 && total.cents() % count == 0;
    return divides || COUNT_SIGN.matcher(leading.group()).find() ? BigDecimal.valueOf(count) : null;
  }
}
