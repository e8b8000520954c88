package io.groceryplanner.aiservice.samples;

/** How a product is counted at the till. */
public enum Unit {
  /** Sold by the piece. */
  PIECE("pc"),
  /** Weighed in kilograms. */
  KILOGRAM("kg"),
  /** Weighed in pounds. */
  POUND("lb");

  private final String code;

  Unit(String code) {
    this.code = code;
  }

  /** The unit as the truth file and the receipt write it. */
  public String code() {
    return code;
  }

  boolean weighed() {
    return this != PIECE;
  }
}
