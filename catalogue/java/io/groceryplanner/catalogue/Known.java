package io.groceryplanner.catalogue;

import io.groceryplanner.catalogue.Catalogue.Entry;
import io.groceryplanner.catalogue.Keeping.Place;
import io.groceryplanner.catalogue.Lexicon.How;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a name.
 *
 * @param category may differ from its entry's, because frozen spinach is no vegetable in a shop
 * @param entry the thing itself; none where only its state is understood
 */
public record Known(Category category, Optional<Entry> entry, How how) {

  /** How often such a find is right, 0 to 1. */
  public double confidence() {
    return how.trust();
  }

  /** Whether it is worth believing where nobody has said anything: from medium on. */
  public boolean isLikely() {
    return confidence() >= 0.5;
  }

  /** Where it is usually kept, as far as the thing and its state tell. */
  public Optional<Place> place() {
    return category == Category.FROZEN
        ? Optional.of(Place.FREEZER)
        : asItself().map(itself -> itself.keeping().usual());
  }

  /** How many days it keeps at such a place, unopened. */
  public OptionalInt days(Place place) {
    Optional<Entry> fitting = place == Place.FREEZER ? entry : asItself();
    return fitting.map(itself -> itself.keeping().days(place)).orElse(OptionalInt.empty());
  }

  /** The entry, unless the thing's state makes it another thing: canned fish keeps for years. */
  private Optional<Entry> asItself() {
    return entry.filter(itself -> itself.category() == category);
  }
}
