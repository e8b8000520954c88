package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Lexicon.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words beside a name: those that say nothing of its kind, and states that move it elsewhere. */
final class Qualifiers {

  private final Set<String> noise = new HashSet<>();
  private final Set<String> states = new HashSet<>();
  private final List<Rule> rules = new ArrayList<>();

  private Qualifiers() {}

  static Qualifiers load() {
    Qualifiers qualifiers = new Qualifiers();
    for (List<String> row : Resources.rows("/catalogue/qualifiers.tsv")) {
      if (row.getFirst().equals("noise")) {
        qualifiers.noise.addAll(list(row.get(1)));
      } else {
        qualifiers.rules.add(Rule.of(row));
      }
    }
    qualifiers.rules.forEach(rule -> qualifiers.states.addAll(rule.words()));
    return qualifiers;
  }

  boolean isNoise(String word) {
    return noise.contains(word);
  }

  boolean isState(String word) {
    return states.contains(word);
  }

  /** Where a thing goes in the state the words tell, if that is elsewhere than without. */
  @Nullable Category category(List<String> words, @Nullable Found base) {
    for (Rule rule : rules) {
      if (words.stream().anyMatch(rule.words()::contains) && rule.moves(base)) {
        return rule.to();
      }
    }
    return null;
  }

  private static Set<String> list(String cell) {
    return Arrays.stream(cell.split(", ")).collect(Collectors.toSet());
  }

  private record Rule(
      Category to, boolean alone, boolean any, Set<Category> from, Set<String> words) {

    static Rule of(List<String> row) {
      boolean alone = row.get(1).startsWith("?");
      String from = alone ? row.get(1).substring(1) : row.get(1);
      Set<Category> categories =
          from.equals("*")
              ? Set.of()
              : list(from).stream().map(Category::labelled).collect(Collectors.toSet());
      return new Rule(
          Category.labelled(row.getFirst()), alone, from.equals("*"), categories, list(row.get(2)));
    }

    boolean moves(@Nullable Found base) {
      return base == null ? alone : any || from.contains(base.category());
    }
  }
}
