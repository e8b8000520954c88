package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.categories.Lexicon.How;

/**
 * How far each kind of evidence may be believed. The figures come from sorting rows of the
 * catalogue that were hidden before: a confidence of 0.8 means right eight times in ten.
 */
final class Calibration {

  private Calibration() {}

  /** How far the nearest exemplars may be believed when the nearest is at this cosine. */
  static double ofNeighbours(double highestCosine) {
    return Math.clamp((highestCosine - 0.3) / 0.75, 0.02, 0.85);
  }

  static double of(How how) {
    return switch (how) {
      case EXACT -> 0.97;
      case PLAIN -> 0.70;
      case STATE -> 0.93;
      case LONG_HEAD -> 0.92;
      case HEAD -> 0.62;
      case COMPOUND -> 0.72;
      case PART -> 0.20;
    };
  }
}
