package io.groceryplanner.aiservice.receipts.image;

/** Tells print that runs up or down a picture from print that runs across it. */
final class Sideways {

  private static final double CLEARLY = 1.0;
  private static final int ENOUGH = 60;

  private Sideways() {}

  /**
   * Whether letters join up and down rather than across, when ink is spread a little: those of a
   * word stand closer together than rows do.
   */
  static boolean is(GreyImage even, int darkerThan) {
    GreyImage print =
        Ink.without(even, darkerThan, b -> b.pixels() < 6 || b.height() > 60 || b.width() > 60);
    return ratio(print, darkerThan) > CLEARLY;
  }

  static double ratio(GreyImage print, int darkerThan) {
    double across = 0;
    double down = 0;
    for (int reach = 1; reach <= 3; reach++) {
      across += Ink.blobs(Background.extremeAlong(print, reach, false, true), darkerThan).size();
      down += Ink.blobs(Background.extremeAlong(print, reach, false, false), darkerThan).size();
    }
    return down < ENOUGH ? 0 : across / down;
  }
}
