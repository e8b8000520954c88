package io.groceryplanner.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The seventeen kinds of things a household buys, as the catalogue sorts them. */
public enum Category {
  PRODUCE("Produce"),
  MEAT_SEAFOOD("Meat & Seafood"),
  DAIRY_EGGS("Dairy & Eggs"),
  BAKERY("Bakery"),
  FROZEN("Frozen"),
  PANTRY("Pantry"),
  CANNED("Canned"),
  CONDIMENTS("Condiments & Sauces"),
  SPICES("Spices"),
  SNACKS("Snacks"),
  BEVERAGES("Beverages"),
  BREAKFAST("Breakfast"),
  HOUSEHOLD("Household"),
  PERSONAL_CARE("Personal Care"),
  BABY("Baby"),
  PET("Pet"),
  OTHER("Other");

  private static final Map<String, Category> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(Category::label, Function.identity()));

  private final String label;

  Category(String label) {
    this.label = label;
  }

  /** The English name, which is also how data files name it. */
  public String label() {
    return label;
  }

  public static Category labelled(String label) {
    Category category = BY_LABEL.get(label);
    if (category == null) {
      throw new IllegalArgumentException("No category is called " + label);
    }
    return category;
  }
}
