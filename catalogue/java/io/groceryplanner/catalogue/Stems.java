package io.groceryplanner.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words without their English plural; German plurals are listed, since they follow no rule. */
public final class Stems {

  private static final Map<String, String> ODD =
      Map.ofEntries(
          Map.entry("leaves", "leaf"),
          Map.entry("loaves", "loaf"),
          Map.entry("halves", "half"),
          Map.entry("knives", "knife"),
          Map.entry("olives", "olive"),
          Map.entry("chives", "chive"),
          Map.entry("cloves", "clove"),
          Map.entry("endives", "endive"),
          Map.entry("cookies", "cookie"),
          Map.entry("brownies", "brownie"),
          Map.entry("smoothies", "smoothie"),
          Map.entry("pies", "pie"),
          Map.entry("shoes", "shoe"),
          Map.entry("hummus", "hummus"),
          Map.entry("molasses", "molasses"),
          Map.entry("swiss", "swiss"));

  /** Words that tell nothing about what a thing is. */
  private static final Set<String> SILENT = Set.of("and", "und", "the", "a", "an", "of", "n", "u");

  private Stems() {}

  public static String of(String word) {
    String odd = ODD.get(word);
    if (odd != null) {
      return odd;
    }
    int length = word.length();
    if (length < 4 || !word.endsWith("s")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("oes")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("sses")
        || word.endsWith("xes")) {
      return word.substring(0, length - 2);
    }
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    return word.substring(0, length - 1);
  }

  /** One string for a run of words, the same for singular and plural. */
  public static String key(List<String> words) {
    StringBuilder key = new StringBuilder();
    for (String word : words) {
      if (!SILENT.contains(word)) {
        key.append(key.isEmpty() ? "" : " ").append(of(word));
      }
    }
    return key.toString();
  }

  /** One string for words in any order. */
  public static String bag(List<String> words) {
    Set<String> stems = new TreeSet<>();
    for (String word : words) {
      if (!SILENT.contains(word)) {
        stems.add(of(word));
      }
    }
    return String.join(" ", stems);
  }
}
