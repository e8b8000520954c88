package io.groceryplanner.aiservice.receipts.parsing;

import java.util.Locale;

/** How far two words are apart, as print is misread: letters that look alike are close. */
final class Likeness {

  private static final String[] ALIKE = {
    "0odqcg", "1iljt!", "5s$", "8b&", "2zr", "6gb", "mwnh", "uvy", "hk", "kr", "ef", "pr", "fp",
    "yv"
  };
  private static final double LOOKS_ALIKE = 0.5;

  private Likeness() {}

  /** Letters and digits alone, in lower case. */
  static String bare(String text) {
    return Phrases.fold(text.replace('¥', 'Y').replace('@', 'B').replace('$', 'S'))
        .replace(" ", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Edits from one to the other, of which a letter for one that looks like it costs half. */
  static double distance(String a, String b) {
    double[] previous = new double[b.length() + 1];
    double[] current = new double[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        double change = previous[j - 1] + cost(a.charAt(i - 1), b.charAt(j - 1));
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, change);
      }
      double[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }

  private static double cost(char a, char b) {
    if (a == b) {
      return 0;
    }
    for (String group : ALIKE) {
      if (group.indexOf(a) >= 0 && group.indexOf(b) >= 0) {
        return LOOKS_ALIKE;
      }
    }
    return 1;
  }
}
