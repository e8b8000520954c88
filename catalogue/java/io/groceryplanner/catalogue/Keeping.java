package io.groceryplanner.catalogue;

import java.util.OptionalInt;

/**
 * Where a thing is usually kept and for how many days: typical household values for a first guess
 * at a use-by date, and no food safety advice. Empty where it isn't kept.
 *
 * @param usual where most people keep it
 * @param opened how long it keeps after opening or cutting, where that matters
 */
public record Keeping(
    Place usual,
    OptionalInt pantry,
    OptionalInt fridge,
    OptionalInt freezer,
    OptionalInt opened,
    WasteRisk wasteRisk) {

  /** What kind of place something is kept at. */
  public enum Place {
    PANTRY,
    FRIDGE,
    FREEZER
  }

  /** How often a thing goes off before it is eaten. */
  public enum WasteRisk {
    LOW,
    MEDIUM,
    HIGH
  }

  /** How long it keeps there, unopened. */
  public OptionalInt days(Place place) {
    return switch (place) {
      case PANTRY -> pantry;
      case FRIDGE -> fridge;
      case FREEZER -> freezer;
    };
  }
}
