package io.groceryplanner.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes out what a till shortens: {@code ORG WHL MLK} is organic whole milk. */
final class TillWords {

  private static final int SHORTEST_BEGINNING = 4;
  private static final int SHORTEST_SKELETON = 3;

  private final Predicate<String> known;
  private final Map<String, List<String>> listed = new HashMap<>();
  private final Map<String, Integer> uses;
  private @Nullable Beginnings beginnings;

  TillWords(Predicate<String> known, Map<String, Integer> uses) {
    this.known = known;
    this.uses = uses;
    for (List<String> row : Resources.rows("/catalogue/abbreviations.tsv")) {
      listed.put(row.get(0), row.get(1).isEmpty() ? List.of() : List.of(row.get(1).split(" ")));
    }
  }

  ItemText spelled(ItemText text) {
    return text.withWords(word -> spell(word, text.shouted()));
  }

  private Stream<String> spell(String word, boolean shouted) {
    if (known.test(word)) {
      return Stream.of(word);
    }
    List<String> meaning = listed.get(word);
    if (meaning != null) {
      return meaning.stream();
    }
    // A person's unknown word is a word we don't know; a till's is more likely cut short.
    String guess = shouted ? guess(word) : null;
    return Stream.of(guess == null ? word : guess);
  }

  private @Nullable String guess(String word) {
    if (word.length() >= SHORTEST_BEGINNING) {
      String longer = beginnings().mostUsedLonger(word);
      if (longer != null) {
        return longer;
      }
    }
    return word.length() >= SHORTEST_SKELETON && skeleton(word).equals(word)
        ? beginnings().mostUsedOf(word)
        : null;
  }

  /** Only tills need them, so no start waits for them. */
  private synchronized Beginnings beginnings() {
    if (beginnings == null) {
      beginnings = new Beginnings(uses);
    }
    return beginnings;
  }

  /** The first letter and all consonants behind it. */
  private static String skeleton(String word) {
    StringBuilder consonants = new StringBuilder().append(word.charAt(0));
    for (int i = 1; i < word.length(); i++) {
      if ("aeiou".indexOf(word.charAt(i)) < 0) {
        consonants.append(word.charAt(i));
      }
    }
    return consonants.toString();
  }

  /** All words of all names, found by what is left of them when they are cut short. */
  private static final class Beginnings {

    private final NavigableMap<String, Integer> uses;
    private final Map<String, String> bySkeleton = new HashMap<>();

    Beginnings(Map<String, Integer> uses) {
      this.uses = new TreeMap<>(uses);
      uses.entrySet().stream()
          .sorted(
              Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Entry.comparingByKey()))
          .filter(use -> use.getKey().length() <= 12)
          .forEach(use -> bySkeleton.putIfAbsent(skeleton(use.getKey()), use.getKey()));
    }

    @Nullable String mostUsedLonger(String word) {
      return uses.subMap(word, word + Character.MAX_VALUE).entrySet().stream()
          .max(Entry.comparingByValue())
          .map(Entry::getKey)
          .orElse(null);
    }

    @Nullable String mostUsedOf(String skeleton) {
      return bySkeleton.get(skeleton);
    }
  }
}
