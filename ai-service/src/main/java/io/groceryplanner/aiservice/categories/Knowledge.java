package io.groceryplanner.aiservice.categories;

import io.groceryplanner.catalogue.Category;
import io.groceryplanner.catalogue.Lexicon.KnownName;
import io.groceryplanner.catalogue.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names that come with the program. */
final class Knowledge {

  private Knowledge() {}

  /** Names that stand for their category, each written once. */
  static List<KnownName> exemplars() {
    return families("/categories/exemplars.tsv");
  }

  /** Words people call a group of groceries by. */
  static List<KnownName> labelWords() {
    return families("/categories/labels.tsv");
  }

  private static List<KnownName> families(String resource) {
    List<KnownName> names = new ArrayList<>();
    for (List<String> row : Resources.rows(resource)) {
      Category category = Category.labelled(row.get(0));
      for (String name : row.get(1).split(", ")) {
        names.add(new KnownName(name, category, name));
      }
    }
    return names.stream()
        .collect(
            Collectors.toMap(
                KnownName::written,
                Function.identity(),
                (first, second) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }
}
