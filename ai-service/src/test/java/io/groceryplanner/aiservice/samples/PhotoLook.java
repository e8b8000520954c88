package io.groceryplanner.aiservice.samples;

import java.util.Random;

/**
 * How a receipt was photographed.
 *
 * @param width the photo's width in pixels
 * @param skew degrees the paper is turned by
 * @param perspective how far edges converge, as a part of the width
 * @param noise standard deviation of the sensor's noise in grey levels
 * @param blur radius of the lens's blur in pixels
 * @param shade strength of the uneven light, 0 to 1
 * @param crumple strength of the creases, 0 to 1
 * @param ink grey value of the print
 * @param table what the paper lies on
 */
record PhotoLook(
    int width,
    double skew,
    double perspective,
    double noise,
    double blur,
    double shade,
    double crumple,
    int ink,
    Table table) {

  /** What the paper lies on. */
  enum Table {
    /** Dark boards. */
    WOOD,
    /** A grey worktop. */
    STONE,
    /** A blue cloth. */
    CLOTH
  }

  /** A look drawn from the usual range of hand-held photos. */
  static PhotoLook random(Random random) {
    return new PhotoLook(
        900 + 20 * random.nextInt(16),
        between(random, -4, 4),
        between(random, -0.04, 0.04),
        between(random, 2, 6),
        between(random, 0.5, 1.0),
        between(random, 0.1, 0.5),
        between(random, 0, 0.8),
        30 + random.nextInt(50),
        Table.values()[random.nextInt(Table.values().length)]);
  }

  private static double between(Random random, double low, double high) {
    return low + random.nextDouble() * (high - low);
  }
}
