package io.groceryplanner.aiservice.receipts.image;

/** How a picture is prepared; letters of different heights and edges are read differently. */
public enum Recipe {
  /** Fast, and right for most. */
  USUAL(22, false),
  /** Larger and softer, which joins broken strokes. */
  SOFT(30, true);

  private final double letterHeight;
  private final boolean softened;

  Recipe(double letterHeight, boolean softened) {
    this.letterHeight = letterHeight;
    this.softened = softened;
  }

  /** How high a usual letter is made, in pixels. */
  double letterHeight() {
    return letterHeight;
  }

  GreyImage finish(GreyImage straight) {
    return softened ? Background.blur(straight, 1) : straight;
  }
}
