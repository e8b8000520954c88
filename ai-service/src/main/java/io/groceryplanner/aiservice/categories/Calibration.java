package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.categories.Lexicon.How;

/** How often each kind of evidence proved right; a confidence of 0.8 means eight in ten. */
final class Calibration {

  private Calibration() {}

  /** How far the nearest exemplars may be believed when the nearest is at this cosine. */
  static double ofNeighbours(double highestCosine) {
    return Math.clamp((highestCosine - 0.2) / 0.55, 0.02, 0.95);
  }

  static double of(How how) {
    return switch (how) {
      case EXACT -> 0.97;
      case PLAIN -> 0.94;
      case STATE -> 0.90;
      case LONG_HEAD -> 0.90;
      case HEAD -> 0.82;
      case COMPOUND -> 0.80;
      case PART -> 0.55;
    };
  }
}
