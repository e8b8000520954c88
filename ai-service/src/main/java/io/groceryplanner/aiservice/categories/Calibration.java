package io.groceryplanner.aiservice.categories;

import io.groceryplanner.catalogue.Lexicon.How;

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
    return how.trust();
  }
}
