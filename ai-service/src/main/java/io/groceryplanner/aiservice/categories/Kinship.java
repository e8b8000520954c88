package io.groceryplanner.aiservice.categories;

import io.groceryplanner.catalogue.Category;
import java.util.Map;

/** Where things go whose own category a household doesn't have. */
final class Kinship {

  private static final Map<Category, Map<Category, Double>> NEXT_BEST =
      Map.ofEntries(
          Map.entry(Category.MEAT_SEAFOOD, Map.of(Category.DAIRY_EGGS, 0.1)),
          Map.entry(Category.DAIRY_EGGS, Map.of(Category.MEAT_SEAFOOD, 0.1)),
          Map.entry(Category.BAKERY, Map.of(Category.BREAKFAST, 0.3, Category.PANTRY, 0.25)),
          Map.entry(Category.CANNED, Map.of(Category.PANTRY, 0.5, Category.CONDIMENTS, 0.15)),
          Map.entry(
              Category.CONDIMENTS,
              Map.of(Category.PANTRY, 0.5, Category.SPICES, 0.3, Category.CANNED, 0.2)),
          Map.entry(Category.SPICES, Map.of(Category.PANTRY, 0.5, Category.CONDIMENTS, 0.4)),
          Map.entry(Category.BREAKFAST, Map.of(Category.PANTRY, 0.5, Category.SNACKS, 0.1)),
          Map.entry(Category.SNACKS, Map.of(Category.PANTRY, 0.35)),
          Map.entry(Category.PANTRY, Map.of(Category.CANNED, 0.2, Category.CONDIMENTS, 0.1)),
          Map.entry(Category.PERSONAL_CARE, Map.of(Category.HOUSEHOLD, 0.5)),
          Map.entry(Category.HOUSEHOLD, Map.of(Category.PERSONAL_CARE, 0.2, Category.OTHER, 0.4)),
          Map.entry(Category.BABY, Map.of(Category.PERSONAL_CARE, 0.35, Category.HOUSEHOLD, 0.2)),
          Map.entry(Category.PET, Map.of(Category.HOUSEHOLD, 0.35)));

  private static final double REST_TAKES_ALL = 0.2;

  private Kinship() {}

  /** How readily a label that means one category takes a thing of another. */
  static double between(Category thing, Category label) {
    if (thing == label) {
      return 1;
    }
    double near = NEXT_BEST.getOrDefault(thing, Map.of()).getOrDefault(label, 0.01);
    return label == Category.OTHER ? Math.max(near, REST_TAKES_ALL) : near;
  }
}
