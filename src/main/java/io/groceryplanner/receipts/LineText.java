package io.groceryplanner.receipts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What tills print, compared so that the same print read twice is the same text. */
final class LineText {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_PRINTED_MATTER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D+");

  /** No size is written into a word, so it is a letter that was misread. */
  private static final Pattern DIGIT_IN_A_WORD = Pattern.compile("(?<=\\p{L}{2})\\d");

  private static final int LONGEST = 200;

  private LineText() {}

  /**
   * Letters and digits alone, those that are read for one another as one: O and 0, I, L and 1, S
   * and 5, B and 8, Z and 2, G and 6. Sizes still differ: 250 and 280 are not read for one another.
   */
  static String key(String printed) {
    var plain =
        MARKS
            .matcher(
                Normalizer.normalize(
                    printed
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "b")
                        .replace('|', 'l')
                        .replace('!', 'l'),
                    Normalizer.Form.NFKD))
            .replaceAll("");
    var key = new StringBuilder();
    NOT_PRINTED_MATTER
        .matcher(plain)
        .replaceAll("")
        .chars()
        .forEach(c -> key.append(shape((char) c)));
    return key.substring(0, Math.min(key.length(), LONGEST));
  }

  /** The digits of a text in their order: what differs in them is another size or another thing. */
  static String digits(String printed) {
    var numbers = DIGIT_IN_A_WORD.matcher(printed).replaceAll("");
    return NOT_A_DIGIT.matcher(numbers).replaceAll(" ").strip();
  }

  private static char shape(char c) {
    return switch (c) {
      case '0', 'q' -> 'o';
      case '1', 'l', 'j' -> 'i';
      case '5' -> 's';
      case '8' -> 'b';
      case '2' -> 'z';
      case '6' -> 'g';
      default -> c;
    };
  }
}
