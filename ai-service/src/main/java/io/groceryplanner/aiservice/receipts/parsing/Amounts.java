package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money, whichever way round a country writes points and commas. */
final class Amounts {

  /** Currency signs and codes as they stand before or after an amount. */
  static final String CURRENCY =
      "(?:R[MNHK](?=\\s?[\\d@])|RM|MYR|EUR|USD|GBP|CHF|CAD|AUD|SGD|[€$£¥])";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\d.,/:#*])"
              + "(?<before>[-−–~](?=[\\d€$£R])|(?<=\\p{L}\\s)[-−–~]\\s|\\()?"
              + CURRENCY
              + "?\\s?"
              + "(?<inner>[-−–~]\\s?)?"
              + "(?<whole>\\d{1,3}(?:[.,' ]\\d{3})+(?=\\s?[.,]\\s?\\d{2}(?!\\d))|\\d{1,6})"
              + "(?:[.,]\\s?|\\s[.,])"
              + "(?<cents>\\d{2})"
              + "(?!\\d|[.,:/]\\d|\\s?%|\\s?(?:kg|g|lb|oz|ml|cl|l|cm|mm|km|m)\\b)"
              + "(?<after>\\s?-(?![\\d\\p{L}])|\\))?",
          Pattern.CASE_INSENSITIVE);

  /** A word that must be an amount, though some of its digits were read as letters. */
  private static final Pattern NEARLY =
      Pattern.compile(
          "(?<=^|[\\s€$£(-]|R[MNHK])(?=[^\\s]*\\d)[\\dOoQDIl|SB§&]{1,5}[.,](?:\\s(?=\\S{0,1}\\d))?"
              + "[\\dOoQDIl@SB§&]{2}(?=$|\\s|[-)*]|[x*]?[A-Z]{1,2}(?:\\s|$))");

  /** An amount at the end of a row whose point was lost or read as something else. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "(?<![\\d.,/:#])(?<whole>[\\dOo]{1,4})(?:\\s?[.,·-]\\s?|\\s)(?<cents>[\\dOo]{2})[\\d]?[^\\d\\p{L}]*$");

  private static final Pattern WITHOUT_POINT = Pattern.compile("(?<![\\d.,/:#])(\\d{3,6})\\W*$");

  private Amounts() {}

  /** The text with letters turned into the digits they stand for; each keeps its place. */
  static String withDigits(String text) {
    return NEARLY
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found
                    .group()
                    .chars()
                    .map(Amounts::digit)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()));
  }

  private static int digit(int letter) {
    return switch (letter) {
      case 'O', 'o', 'Q', 'D', '@' -> '0';
      case 'I', 'l', '|' -> '1';
      case 'S', '§' -> '5';
      case 'B', '&' -> '8';
      default -> letter;
    };
  }

  static List<Amount> in(Row row) {
    List<Amount> found = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(row.digits());
    while (matcher.find()) {
      long cents = cents(matcher.group("whole"), matcher.group("cents"));
      boolean bracketed = "(".equals(matcher.group("before")) && ")".equals(matcher.group("after"));
      boolean negative =
          bracketed
              || isMinus(matcher.group("before"))
              || isMinus(matcher.group("inner"))
              || isMinus(matcher.group("after"));
      int start = matcher.start("whole");
      int end = matcher.end();
      found.add(
          new Amount(
              negative ? -cents : cents,
              matcher.start(),
              end,
              row.boxOf(start, end),
              row.confidenceOf(start, end)));
    }
    return found;
  }

  /** The amount of a row that must have one, though it was read badly; half as sure. */
  static @Nullable Amount nearlyIn(Row row, Set<Long> printed) {
    Matcher matcher = BROKEN.matcher(row.text());
    if (!matcher.find()) {
      return withoutPoint(row, printed);
    }
    String digits = (matcher.group("whole") + matcher.group("cents")).replaceAll("[Oo]", "0");
    int start = matcher.start("whole");
    int end = matcher.end("cents");
    return new Amount(
        Long.parseLong(digits),
        start,
        end,
        row.boxOf(start, end),
        row.confidenceOf(start, end) / 2);
  }

  /** An amount that lost its point, known because it is printed elsewhere too. */
  private static @Nullable Amount withoutPoint(Row row, Set<Long> printed) {
    Matcher matcher = WITHOUT_POINT.matcher(row.text());
    return matcher.find() && printed.contains(Long.parseLong(matcher.group(1)))
        ? new Amount(
            Long.parseLong(matcher.group(1)),
            matcher.start(1),
            matcher.end(1),
            row.boxOf(matcher.start(1), matcher.end(1)),
            row.confidenceOf(matcher.start(1), matcher.end(1)) / 2)
        : null;
  }

  private static boolean isMinus(@Nullable String sign) {
    return sign != null && !sign.equals("(") && !sign.equals(")");
  }

  private static long cents(String whole, String cents) {
    return Long.parseLong(whole.replaceAll("\\D", "") + cents);
  }
}
