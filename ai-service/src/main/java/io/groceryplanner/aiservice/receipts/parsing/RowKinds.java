package io.groceryplanner.aiservice.receipts.parsing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells rows apart by their words, in English and German and the Malay of Malaysian tills. */
final class RowKinds {

  private static final WordLists WORDS = WordLists.of("rows.txt");

  private static final Phrases TAX_TABLE = WORDS.phrases("tax table");
  private static final Phrases SUMMARY = WORDS.phrases("summary");
  private static final Phrases SERVICE = WORDS.phrases("service charge");
  private static final Phrases COUNT = WORDS.phrases("count");
  private static final Pattern ITEMS =
      Pattern.compile(
          "^\\W*item\\s?\\(s\\)?\\W+\\d|^\\W*items?\\s?:?\\s\\d+\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Phrases ROUNDING = WORDS.phrases("rounding");
  private static final Phrases ROUNDED = WORDS.phrases("final total");
  private static final Phrases SUM = WORDS.phrases("german sum");
  private static final Phrases EXCLUSIVE = WORDS.phrases("before tax");
  private static final Phrases SUBTOTAL = WORDS.phrases("subtotal");
  private static final Phrases TOTAL = WORDS.phrases("total");
  private static final Phrases TAX_WORD = WORDS.phrases("tax");
  private static final Phrases CHANGE = WORDS.phrases("change");
  private static final Phrases TENDER = WORDS.phrases("tender");
  private static final Phrases DISCOUNT = WORDS.phrases("discount");
  private static final Phrases CERTAIN_DISCOUNT = WORDS.phrases("certain discount");
  private static final Phrases DEPOSIT = WORDS.phrases("deposit");
  private static final Phrases META = WORDS.phrases("about the purchase");
  private static final Set<String> EXPLAINING_WORDS = WORDS.words("explanation");
  private static final Set<String> PRICE_OF_ONE = WORDS.words("price of one");
  private static final Set<String> ARTICLE_NUMBER = WORDS.words("article number");
  private static final Set<String> HEADER_WORDS = WORDS.words("column head");
  private static final Phrases CERTAIN_HEADER_WORDS = WORDS.phrases("certain column head");
  private static final Pattern WEB = Pattern.compile("\\bwww\\b|\\S+@\\S+\\.|\\.com\\b|\\.de\\b");

  private RowKinds() {}

  static RowKind of(Row row) {
    String text = row.folded();
    boolean priced = !row.amounts().isEmpty();
    if (TAX_TABLE.in(text) || (!priced && SUMMARY.in(text))) {
      return RowKind.TAX_TABLE;
    }
    if (COUNT.in(text) || ITEMS.matcher(row.text()).find()) {
      return RowKind.COUNT;
    }
    if (isHeader(text, priced)) {
      return RowKind.ITEM_HEADER;
    }
    if (isExplanation(text, priced)) {
      return RowKind.EXPLANATION;
    }
    if (priced && SERVICE.in(text)) {
      return RowKind.TAX;
    }
    String start = firstWords(text, 3);
    if (CHANGE.in(start) && !ROUNDED.in(text)) {
      return RowKind.CHANGE;
    }
    boolean exclusive = EXCLUSIVE.inExactly(text);
    if (SUBTOTAL.in(text) || (exclusive && TOTAL.in(text))) {
      return RowKind.SUBTOTAL;
    }
    if (ROUNDED.in(text) || SUM.inExactly(firstWords(text, 3))) {
      return RowKind.FINAL_TOTAL;
    }
    if (ROUNDING.in(text)) {
      return RowKind.ROUNDING;
    }
    if (DEPOSIT.in(text)) {
      return RowKind.DEPOSIT;
    }
    if (DISCOUNT.in(text) && !isNamedLikeADiscount(row)) {
      return RowKind.DISCOUNT;
    }
    if (priced && TAX_WORD.in(text) && !META.in(text)) {
      return RowKind.TAX;
    }
    if (TENDER.in(firstWords(text, 2))) {
      return RowKind.TENDER;
    }
    if (TOTAL.in(text)) {
      return RowKind.TOTAL;
    }
    return META.in(text) || WEB.matcher(row.text()).find() ? RowKind.META : RowKind.OTHER;
  }

  /** "SOUP REDUCED SODIUM 2.49": nothing is taken off, and the word stands behind a name. */
  private static boolean isNamedLikeADiscount(Row row) {
    Amount amount = row.lastAmount();
    return amount != null
        && !amount.isNegative()
        && !CERTAIN_DISCOUNT.in(row)
        && !DISCOUNT.in(firstWords(row.folded(), 2));
  }

  /** "EAN 4002245701618" or "Einzelpreis EUR 9,95", and nothing that is the name of an article. */
  private static boolean isExplanation(String text, boolean priced) {
    List<String> words =
        Arrays.stream(text.split(" "))
            .filter(w -> w.chars().anyMatch(Character::isLetter))
            .toList();
    return words.stream().anyMatch((priced ? PRICE_OF_ONE : ARTICLE_NUMBER)::contains)
        && words.stream().allMatch(EXPLAINING_WORDS::contains)
        && text.chars().anyMatch(Character::isDigit);
  }

  static boolean isAboutTax(Row row) {
    return TAX_WORD.in(row);
  }

  private static String firstWords(String text, int count) {
    String[] words = text.split(" ", count + 1);
    return String.join(" ", List.of(words).subList(0, Math.min(count, words.length)));
  }

  private static boolean isHeader(String text, boolean priced) {
    if (priced || text.chars().filter(Character::isDigit).count() > 1) {
      return false;
    }
    String[] words = text.split(" ");
    int known = 0;
    int certain = 0;
    for (String word : words) {
      known += HEADER_WORDS.contains(word) ? 1 : 0;
      certain += CERTAIN_HEADER_WORDS.in(word) ? 1 : 0;
    }
    if (certain >= 2 || (certain == 1 && known >= 3)) {
      return true;
    }
    return (known >= 2 && known * 2 >= words.length) || text.equals("eur") || text.equals("rm");
  }
}
