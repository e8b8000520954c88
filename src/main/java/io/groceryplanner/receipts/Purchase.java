package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a receipt says about the shopping, as far as two photos of the same paper agree on it.
 *
 * @param amounts what each line comes to, in any order
 */
record Purchase(Optional<String> shop, Optional<BigDecimal> total, List<BigDecimal> amounts) {

  /** Of two photos of one paper, at least this share of the lines is read alike. */
  private static final double MOST_LINES = 0.6;

  /** Where shop or total disagree, the lines alone must say it. */
  private static final double NEARLY_ALL_LINES = 0.8;

  private static final double SAME_LETTERS = 0.6;

  Purchase {
    amounts = amounts.stream().map(Purchase::plain).toList();
  }

  /** Whether this looks like the same shopping, of the same day; only a person knows. */
  boolean looksLike(Purchase other) {
    var isSameShop = isSameShop(other);
    var isSameTotal =
        total.isPresent() && total.map(Purchase::plain).equals(other.total.map(Purchase::plain));
    var alike = overlap(amounts, other.amounts);
    if (isSameShop && isSameTotal) {
      return alike >= MOST_LINES || amounts.isEmpty() || other.amounts.isEmpty();
    }
    return (isSameShop || isSameTotal) && alike >= NEARLY_ALL_LINES;
  }

  /** The same letters but for a few that were misread; a shop that was not read is no shop. */
  private boolean isSameShop(Purchase other) {
    if (shop.isEmpty() || other.shop.isEmpty()) {
      return false;
    }
    var one = letters(shop.get());
    var two = letters(other.shop.get());
    return one.equals(two) || overlap(pairs(one), pairs(two)) >= SAME_LETTERS;
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.stripTrailingZeros();
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<String> pairs(String letters) {
    return IntStream.range(0, Math.max(0, letters.length() - 1))
        .mapToObj(i -> letters.substring(i, i + 2))
        .toList();
  }

  /** The share that both have, 0 to 1 (Dice's coefficient; what is there twice counts twice). */
  private static <T> double overlap(List<T> one, List<T> two) {
    if (one.isEmpty() || two.isEmpty()) {
      return 0;
    }
    var rest = new ArrayList<>(two);
    var both = one.stream().filter(rest::remove).count();
    return 2.0 * both / (one.size() + two.size());
  }
}
