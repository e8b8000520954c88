package io.groceryplanner.aiservice.categories;

import io.groceryplanner.catalogue.Category;
import io.groceryplanner.catalogue.ItemText;
import io.groceryplanner.catalogue.Lexicon;
import io.groceryplanner.catalogue.Lexicon.Found;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out which of the seventeen categories a caller's label means. */
@Component
class LabelMeanings {

  private static final Pattern LIST = Pattern.compile("\\s*(?:[&,;/+]|\\band\\b|\\bund\\b)\\s*");
  private static final int MOST_EXAMPLES = 12;

  private final Sorting sorting;
  private final Lexicon words;

  LabelMeanings(Sorting sorting) {
    this.sorting = sorting;
    words =
        new Lexicon(
            Stream.concat(
                    Arrays.stream(Category.values())
                        .map(c -> new Lexicon.KnownName(c.label(), c, c.label())),
                    Knowledge.labelWords().stream())
                .toList());
  }

  /** How much of each category the label holds, as far as its name and examples tell. */
  Mixture meaning(Label label) {
    Optional<Found> named = words.find(ItemText.of(label.name()));
    if (named.isPresent() && named.get().how() == Lexicon.How.EXACT) {
      return Mixture.certain(named.get().category());
    }
    List<Mixture> views = new ArrayList<>();
    LIST.splitAsStream(label.name())
        .filter(part -> !part.isBlank())
        .forEach(part -> views.add(word(part)));
    if (views.isEmpty()) {
      views.add(Mixture.UNKNOWN);
    }
    Mixture name = mean(views);
    List<Mixture> examples =
        label.examples().stream()
            .filter(example -> !example.isBlank())
            .limit(MOST_EXAMPLES)
            .map(example -> sorting.sort(example).mixture())
            .collect(Collectors.toCollection(ArrayList::new));
    LIST.splitAsStream(label.description())
        .filter(part -> !part.isBlank() && part.length() < 40)
        .limit(MOST_EXAMPLES)
        .map(this::word)
        .forEach(examples::add);
    if (examples.isEmpty()) {
      return name;
    }
    // A plain name says more than examples do; a fanciful one less.
    return name.mixed(name.highest() > 0.7 ? 0.7 : 0.3, mean(examples));
  }

  private Mixture word(String part) {
    Optional<Found> found = words.find(ItemText.of(part));
    return found.isPresent() && found.get().how() != Lexicon.How.PART
        ? Mixture.certain(found.get().category()).mixed(0.95, Mixture.UNKNOWN)
        : sorting.sort(part).mixture();
  }

  private static Mixture mean(List<Mixture> views) {
    double[] weights = new double[Category.values().length];
    for (Mixture view : views) {
      for (Category category : Category.values()) {
        weights[category.ordinal()] += view.share(category);
      }
    }
    return Mixture.of(weights);
  }
}
