package io.groceryplanner.catalogue;

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
public record ItemText(List<List<String>> segments, boolean shouted) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BORDER = Pattern.compile("[,;:()\\[\\]/|]|\\s[-–—]\\s");
  private static final Pattern APOSTROPHE = Pattern.compile("['’`´]");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?<![a-z0-9])x\\d{1,3}(?![a-z0-9])|(?<![a-z0-9])#?\\d+(?:[.,/]\\d+)*\\s*(?:x\\s*\\d+(?:[.,]\\d+)?\\s*)?"
              + "(?:kgs?|g|gr|gm|mg|l|lt|ltr|lit(?:er|re)s?|ml|cl|dl|fl\\.? ?oz|oz|ounces?|lbs?|pounds?"
              + "|gal|gallons?|gl|qt|pt|ct|count|pk|packs?|pcs?|st|stk|stck|stueck|er|ea|each|dz|doz"
              + "|in|inch|cm|mm|%|rolls?|sheets|m|x|kcal|eur|usd|€|\\$|£)?(?![a-z0-9])");

  public static ItemText of(String written) {
    boolean shouted = isShouted(written);
    if (isLettersAndBlanks(written)) {
      // Most of the catalogue, which is read at every start.
      List<String> words = words(written.toLowerCase(Locale.ROOT));
      return new ItemText(words.isEmpty() ? List.of() : List.of(words), shouted);
    }
    String text = SIZE.matcher(fold(written)).replaceAll(" ");
    List<List<String>> segments = new ArrayList<>();
    for (String segment : BORDER.split(text)) {
      List<String> words = words(segment);
      if (!words.isEmpty()) {
        segments.add(words);
      }
    }
    return new ItemText(List.copyOf(segments), shouted);
  }

  private static boolean isShouted(String written) {
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLowerCase(written.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLettersAndBlanks(String written) {
    for (int i = 0; i < written.length(); i++) {
      char sign = written.charAt(i);
      if (sign != ' ' && (sign < 'a' || sign > 'z') && (sign < 'A' || sign > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** All words, in the order written. */
  public List<String> words() {
    return segments.size() == 1
        ? segments.getFirst()
        : segments.stream().flatMap(List::stream).toList();
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
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= segment.length(); i++) {
      boolean inWord = i < segment.length() && isOfWord(segment.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        String word = segment.substring(start, i);
        if (!isNumber(word)) {
          words.add(word);
        }
        start = -1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isOfWord(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Small letters without accents; umlauts as two letters, as German writes them when it must. */
  private static String fold(String written) {
    String text = isPlain(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFKC);
    text = text.toLowerCase(Locale.ROOT).replace("w/o ", "without ").replace("w/ ", "with ");
    text = APOSTROPHE.matcher(text).replaceAll("");
    return isPlain(text) ? text : withoutAccents(text);
  }

  private static String withoutAccents(String text) {
    String umlauts =
        text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(umlauts, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(sign -> sign < 128);
  }
}
