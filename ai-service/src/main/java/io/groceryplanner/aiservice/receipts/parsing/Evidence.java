package io.groceryplanner.aiservice.receipts.parsing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sums of a receipt say of one another: lines make the total, so does the sum before tax
 * with the tax, so does the money handed over without the change.
 *
 * <p>A total of which one digit was misread is put right only where two things prove it: equations
 * that make another amount, and sums that are that amount but for one digit. Where the total was
 * read alike more than once, two equations must agree on the other amount.
 */
final class Evidence {

  private static final int PROOF = 3;
  private static final int EQUATIONS = 2;

  private final Map<Long, Integer> made = new HashMap<>();
  private final Set<Long> sums = new HashSet<>();

  /** An equation makes this amount. */
  void makes(@Nullable Long cents) {
    if (cents != null && cents > 0) {
      made.merge(cents, 1, Integer::sum);
    }
  }

  /** A row says that this is the total, or what was paid. */
  void says(long cents) {
    sums.add(cents);
  }

  boolean isMade(long cents) {
    return made.containsKey(cents);
  }

  /**
   * The amount a misread total must have been, or null.
   *
   * @param times how often the total was read
   */
  @Nullable Long insteadOf(long total, int times) {
    int fewest = times > 1 ? EQUATIONS : 1;
    List<Long> proved =
        made.keySet().stream()
            .filter(cents -> isOneDigitFrom(cents, total))
            .filter(cents -> made.getOrDefault(cents, 0) >= fewest)
            .filter(cents -> made.getOrDefault(cents, 0) + nearly(cents) >= PROOF)
            .toList();
    return proved.size() == 1 ? proved.getFirst() : null;
  }

  private long nearly(long cents) {
    return sums.stream().filter(s -> s == cents || isOneDigitFrom(cents, s)).count();
  }

  static boolean isOneDigitFrom(long one, long other) {
    String a = Long.toString(one);
    String b = Long.toString(other);
    if (a.length() != b.length()) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < a.length(); i++) {
      different += a.charAt(i) == b.charAt(i) ? 0 : 1;
    }
    return different == 1;
  }
}
