package io.groceryplanner.inventory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of an item: as a person reads it, and as names are compared.
 *
 * @param shown at most 200 characters, not blank, in one line
 */
public record ItemName(String shown) {

  public static final int LONGEST = 200;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}]+");

  public ItemName {
    shown = inOneLine(shown);
    if (shown.isEmpty()) {
      throw new IllegalArgumentException("An item needs a name");
    }
    shown = shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST).strip();
  }

  /** Without what cannot be seen, and with single spaces; empty where nothing is left. */
  public static String inOneLine(String given) {
    return SPACE.matcher(given).replaceAll(" ").strip();
  }

  /** A till prints in capitals; people don't read them. Mixed writing is left as it is. */
  public static ItemName asPrinted(String printed) {
    var name = new ItemName(printed);
    return name.shown.equals(name.shown.toUpperCase(Locale.ROOT))
        ? new ItemName(
            Arrays.stream(name.shown.split(" "))
                .map(ItemName::capitalized)
                .collect(Collectors.joining(" ")))
        : name;
  }

  /**
   * Units and amounts such as {@code 1,5L} or {@code 250G} become {@code 1,5l} and {@code 250g}.
   */
  private static String capitalized(String word) {
    if (word.isEmpty()) {
      return word;
    }
    var rest = word.substring(1).toLowerCase(Locale.ROOT);
    return word.substring(0, 1) + rest;
  }

  /**
   * Equal for names a person would call the same: case, accents' encoding and spaces don't count.
   */
  public String key() {
    return Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
