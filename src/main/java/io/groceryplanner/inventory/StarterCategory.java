package io.groceryplanner.inventory;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The seventeen categories every household begins with. The description tells ai-service what
 * belongs there, whatever the household calls it; the days are a first guess at a use-by date after
 * shopping, which a person sees and may change.
 */
public enum StarterCategory {
  PRODUCE("vegetables", Zone.FRIDGE, 7, "fresh fruit, vegetables, salad and herbs"),
  MEAT_SEAFOOD("meat", Zone.FRIDGE, 3, "fresh meat, poultry, sausage, ham, fish and seafood"),
  DAIRY_EGGS("dairy", Zone.FRIDGE, 10, "milk, cheese, yoghurt, butter, cream and eggs"),
  BAKERY("bakery", Zone.PANTRY, 4, "bread, rolls, cake and pastry"),
  FROZEN("frozen", Zone.FREEZER, 120, "frozen food and ice cream"),
  PANTRY("staples", Zone.PANTRY, 0, "flour, sugar, rice, pasta, oil, pulses and baking goods"),
  CANNED("jars", Zone.PANTRY, 0, "canned and jarred vegetables, fruit, fish, beans and soup"),
  CONDIMENTS(
      "jars",
      Zone.PANTRY,
      0,
      "sauces, ketchup, mustard, dressing, vinegar, jam, honey and spreads"),
  SPICES("spices", Zone.PANTRY, 0, "spices, dried herbs, salt and pepper"),
  SNACKS("sweets", Zone.PANTRY, 0, "crisps, chocolate, sweets, biscuits and nuts"),
  BEVERAGES("drinks", Zone.PANTRY, 0, "water, juice, soft drinks, coffee, tea, beer and wine"),
  BREAKFAST("staples", Zone.PANTRY, 0, "cereal, muesli, oats, porridge and pancake mix"),
  HOUSEHOLD("household", Zone.OTHER, 0, "cleaning, laundry, kitchen paper, bags and foil"),
  PERSONAL_CARE("household", Zone.OTHER, 0, "soap, shampoo, toothpaste and cosmetics"),
  BABY("other", Zone.OTHER, 0, "nappies, baby food and baby care"),
  PET("other", Zone.OTHER, 0, "pet food and pet supplies"),
  OTHER("other", Zone.OTHER, 0, "anything else");

  private final String pictogram;
  private final Zone zone;
  private final int typicalDays;
  private final String description;

  StarterCategory(String pictogram, Zone zone, int typicalDays, String description) {
    this.pictogram = pictogram;
    this.zone = zone;
    this.typicalDays = typicalDays;
    this.description = description;
  }

  public String pictogram() {
    return pictogram;
  }

  /** Where its things are usually kept. */
  public Zone zone() {
    return zone;
  }

  /** How long its things usually keep after shopping, where that matters. */
  public OptionalInt typicalDays() {
    return typicalDays == 0 ? OptionalInt.empty() : OptionalInt.of(typicalDays);
  }

  public String description() {
    return description;
  }

  String messageKey() {
    return "inventory.category." + name().toLowerCase(Locale.ROOT);
  }

  /** What the catalogue files a thing under; it knows the same seventeen. */
  public static StarterCategory of(io.groceryplanner.catalogue.Category known) {
    return valueOf(known.name());
  }

  static Optional<StarterCategory> find(String name) {
    return Stream.of(values()).filter(starter -> starter.name().equals(name)).findAny();
  }
}
