package io.groceryplanner.aiservice.receipts.image;

/** How high the letters of a page usually are. */
final class LetterHeight {

  private static final int ENOUGH_WORDS = 15;

  private LetterHeight() {}

  /** In pixels of an evenly lit picture; 0 where too little is printed to tell. */
  static double of(GreyImage even, int darkerThan) {
    // Dots and broken strokes are joined to words first, whose height is that of a letter.
    int reach = Math.max(1, even.width() / 400);
    int[] heights =
        Ink.blobs(Background.extreme(even, reach, false), darkerThan).stream()
            .filter(b -> b.width() > b.height() && b.width() < even.width() / 2)
            .mapToInt(b -> b.height() - 2 * reach)
            .filter(h -> h >= 6 && h <= 80)
            .sorted()
            .toArray();
    return heights.length < ENOUGH_WORDS ? 0 : heights[heights.length / 2];
  }
}
