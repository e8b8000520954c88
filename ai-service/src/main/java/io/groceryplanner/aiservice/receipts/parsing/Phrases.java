package io.groceryplanner.aiservice.receipts.parsing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words looked for on receipts, found also where a letter or two was misread. */
final class Phrases {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<String[]> phrases;

  private Phrases(List<String[]> phrases) {
    this.phrases = phrases;
  }

  static Phrases of(String... phrases) {
    return new Phrases(Arrays.stream(phrases).map(p -> fold(p).split(" ")).toList());
  }

  static String fold(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return OTHER.matcher(plain.toLowerCase(Locale.ROOT).replace("ß", "ss")).replaceAll(" ").strip();
  }

  boolean in(Row row) {
    return in(row.folded());
  }

  boolean in(String folded) {
    String[] words = folded.split(" ");
    for (String[] phrase : phrases) {
      for (int start = 0; start + phrase.length <= words.length; start++) {
        if (matches(words, start, phrase)) {
          return true;
        }
      }
    }
    return false;
  }

  /** As {@link #in(String)}, but letter by letter: for words that are one letter from others. */
  boolean inExactly(String folded) {
    String padded = " " + folded + " ";
    return phrases.stream().anyMatch(p -> padded.contains(" " + String.join(" ", p) + " "));
  }

  private static boolean matches(String[] words, int start, String[] phrase) {
    for (int i = 0; i < phrase.length; i++) {
      if (!alike(words[start + i], phrase[i])) {
        return false;
      }
    }
    return true;
  }

  /** Equal but for one letter in five; short words must be equal. */
  static boolean alike(String read, String wanted) {
    int allowed = wanted.length() < 5 ? 0 : wanted.length() < 9 ? 1 : 2;
    if (Math.abs(read.length() - wanted.length()) > allowed) {
      return false;
    }
    return read.equals(wanted) || (allowed > 0 && distance(read, wanted) <= allowed);
  }

  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[b.length()];
  }
}
