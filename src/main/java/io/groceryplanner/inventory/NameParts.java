package io.groceryplanner.inventory;

import io.groceryplanner.catalogue.Groceries;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a name is made of, for comparing it with others.
 *
 * @param words singular, written out where a till cut them short, in alphabetical order; without
 *     sizes, since the same thing comes in several
 * @param numbers what tells things apart that are called alike, such as the fat of milk
 */
record NameParts(List<String> words, Set<String> numbers) {

  private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Says nothing of the kind of thing, so the catalogue drops it; it is another thing to buy. */
  private static final Pattern ORGANIC = Pattern.compile("(?i)\\borg(n|nc)?\\b");

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\p{L}\\p{N}])(?<!\\d[.,])(\\d+(?:[.,]\\d+)?)(?:\\s*([\\p{L}%]+))?");

  /** With one of these behind it a number says how much, not which. */
  private static final Set<String> UNITS =
      Set.of(
          "kg", "kgs", "g", "gr", "gm", "mg", "l", "lt", "ltr", "liter", "litre", "ml", "cl", "dl",
          "oz", "fl", "lb", "lbs", "gal", "gl", "qt", "pt", "ct", "pk", "pack", "pcs", "pc", "st",
          "stk", "stck", "stück", "er", "x", "ea", "dz", "rl", "rolls", "ft", "cm", "mm", "m",
          "in");

  static NameParts of(String written, Groceries groceries) {
    var words = new TreeSet<String>();
    groceries.words(written).forEach(word -> words.add(letters(word)));
    if (ORGANIC.matcher(written).find()) {
      words.add("organic");
    }
    if (words.isEmpty()) {
      NOT_A_LETTER_OR_DIGIT
          .splitAsStream(
              Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
          .filter(word -> !word.isEmpty())
          .forEach(words::add);
    }
    var numbers = new TreeSet<String>();
    var matcher = NUMBER.matcher(written);
    while (matcher.find()) {
      var behind = matcher.group(2);
      if (behind == null || !UNITS.contains(behind.toLowerCase(Locale.ROOT))) {
        numbers.add(matcher.group(1).replace(',', '.').replaceFirst("\\.0+$", ""));
      }
    }
    return new NameParts(List.copyOf(words), Set.copyOf(numbers));
  }

  /** Where letters stand around a digit, it is a letter that was misread. */
  private static String letters(String word) {
    return word.chars().anyMatch(Character::isLetter)
        ? word.replace('0', 'o').replace('1', 'l').replace('5', 's').replace('8', 'b')
        : word;
  }

  boolean isSameAs(NameParts other) {
    return words.equals(other.words) && agreesInNumbers(other);
  }

  /** Whether the words differ by no more than misread letters do, one in a word of five. */
  boolean isNearlySameAs(NameParts other) {
    if (words.size() != other.words.size() || !numbers.equals(other.numbers)) {
      return false;
    }
    // Each word has one that is near, and no word is near to two.
    var left = new HashSet<>(other.words);
    return words.stream()
        .allMatch(word ->
            left.stream()
                .filter(candidate -> EditDistance.isNear(word, candidate))
                .findFirst()
                .map(left::remove)
                .orElse(false));
  }

  /** A name that gives no number leaves it open. */
  boolean agreesInNumbers(NameParts other) {
    return numbers.isEmpty() || other.numbers.isEmpty() || numbers.equals(other.numbers);
  }

  /** Every three letters in a row, with two spaces before a word and one behind it. */
  Set<String> grams() {
    var grams = new TreeSet<String>();
    for (var word : words) {
      var padded = "  " + word + " ";
      for (int i = 0; i + 3 <= padded.length(); i++) {
        grams.add(padded.substring(i, i + 3));
      }
    }
    numbers.forEach(number -> grams.add("#" + number));
    return grams;
  }
}
