package io.groceryplanner.inventory;

import io.groceryplanner.catalogue.Catalogue.Entry;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.catalogue.Known;
import io.groceryplanner.catalogue.Lexicon;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a name is made of, for comparing it with others.
 *
 * @param words singular, written out where a till cut them short, in alphabetical order; without
 *     sizes, since the same thing comes in several
 * @param numbers what tells things apart that are called alike, such as the fat of milk
 * @param thing what the whole name means to the catalogue, in whatever language it is
 */
record NameParts(List<String> words, Set<String> numbers, Optional<String> thing) {

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

  /** In a shorter word another letter is oftener another word: Dosen and Rosen. */
  private static final int LETTERS_FOR_A_SLIP = 6;

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
    var thing =
        groceries
            .find(written)
            .filter(known -> known.how() == Lexicon.How.EXACT)
            .flatMap(Known::entry)
            .map(Entry::name);
    return new NameParts(List.copyOf(words), Set.copyOf(numbers), thing);
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

  /** Whether the words differ by no more than misread letters do, one in a word of six. */
  boolean isNearlySameAs(NameParts other) {
    if (words.size() != other.words.size() || !numbers.equals(other.numbers)) {
      return false;
    }
    // Each word has one that is near, and no word is near to two.
    var left = new HashSet<>(other.words);
    return words.stream()
        .allMatch(word ->
            left.stream()
                .filter(candidate -> EditDistance.isNear(word, candidate, LETTERS_FOR_A_SLIP))
                .findFirst()
                .map(left::remove)
                .orElse(false));
  }

  /** Whether both are other words for one thing. */
  boolean meansSameAs(NameParts other) {
    return thing.isPresent() && thing.equals(other.thing) && agreesInNumbers(other);
  }

  /** A name that gives no number leaves it open. */
  boolean agreesInNumbers(NameParts other) {
    return numbers.isEmpty() || other.numbers.isEmpty() || numbers.equals(other.numbers);
  }

  /**
   * Every three letters in a row, two spaces before a word and one behind it; and what it means.
   */
  Set<String> grams() {
    var grams = new TreeSet<String>();
    for (var word : words) {
      var padded = "  " + word + " ";
      for (int i = 0; i + 3 <= padded.length(); i++) {
        grams.add(padded.substring(i, i + 3));
      }
    }
    numbers.forEach(number -> grams.add("#" + number));
    thing.ifPresent(name -> grams.add("=" + name));
    return grams;
  }
}
