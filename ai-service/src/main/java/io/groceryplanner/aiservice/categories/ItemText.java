package io.groceryplanner.aiservice.categories;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a name as written in a list or on a receipt, without sizes, prices and signs.
 *
 * @param segments what stood between commas, brackets and slashes, each as its words
 * @param shouted whether it has no small letter, as tills print
 */
record ItemText(List<List<String>> segments, boolean shouted) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BORDER = Pattern.compile("[,;:()\\[\\]/|]|\\s[-–—]\\s");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?<![a-z0-9])#?\\d+(?:[.,/]\\d+)*\\s*(?:x\\s*\\d+(?:[.,]\\d+)?\\s*)?"
              + "(?:kgs?|g|gr|gm|mg|l|lt|ltr|lit(?:er|re)s?|ml|cl|dl|fl\\.? ?oz|oz|ounces?|lbs?|pounds?"
              + "|gal|gallons?|gl|qt|pt|ct|count|pk|packs?|pcs?|st|stk|stck|stueck|er|ea|each|dz|doz"
              + "|in|inch|cm|mm|%|rolls?|sheets|m|x|kcal|eur|usd|€|\\$|£)?(?![a-z0-9])");

  static ItemText of(String written) {
    boolean shouted = written.chars().noneMatch(Character::isLowerCase);
    String text = SIZE.matcher(fold(written)).replaceAll(" ");
    List<List<String>> segments =
        BORDER.splitAsStream(text).map(ItemText::words).filter(words -> !words.isEmpty()).toList();
    return new ItemText(segments, shouted);
  }

  /** All words, in the order written. */
  List<String> words() {
    return segments.stream().flatMap(List::stream).toList();
  }

  /** All words with the last segment first: {@code beans, black} says black beans. */
  List<String> turned() {
    List<String> words = new ArrayList<>();
    segments.reversed().forEach(words::addAll);
    return words;
  }

  ItemText withWords(Function<String, Stream<String>> change) {
    return new ItemText(
        segments.stream().map(words -> words.stream().flatMap(change).toList()).toList(), shouted);
  }

  private static List<String> words(String segment) {
    return NOT_A_WORD
        .splitAsStream(segment)
        .filter(word -> !word.isEmpty() && !word.chars().allMatch(Character::isDigit))
        .toList();
  }

  /** Small letters without accents; umlauts as two letters, as German writes them when it must. */
  private static String fold(String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss")
            .replace("w/o ", "without ")
            .replace("w/ ", "with ")
            .replaceAll("['’`´]", "");
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }
}
