package io.groceryplanner.aiservice.receipts.image;

import io.groceryplanner.aiservice.receipts.image.Ink.Blob;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The bright sheet on a darker ground.
 *
 * @param mask black where the sheet is
 */
record Paper(GreyImage mask, Blob bounds) {

  static final int IN_MASK = 128;

  private static final double CONTRAST = 45;
  private static final double LEAST_GROUND = 0.06;

  /** The sheet on a small picture, or null where it fills the picture. */
  static @Nullable Paper on(GreyImage small) {
    int reach = Math.max(4, small.width() / 60);
    GreyImage ground = Background.extreme(Background.extreme(small, reach, true), reach, false);
    Split split = Split.of(ground);
    if (split.brightMean - split.darkMean < CONTRAST || split.darkShare < LEAST_GROUND) {
      return null;
    }
    GreyImage bright = GreyImage.blank(small.width(), small.height());
    for (int i = 0; i < bright.pixels().length; i++) {
      boolean paper = (ground.pixels()[i] & 0xff) >= split.level;
      bright.pixels()[i] = (byte) (paper ? 0 : 255);
    }
    return Ink.blobs(bright, IN_MASK).stream()
        .max(Comparator.comparingInt(Blob::pixels))
        .filter(b -> b.pixels() > small.pixels().length / 12)
        .map(sheet -> new Paper(Ink.without(bright, IN_MASK, b -> !b.equals(sheet)), sheet))
        .orElse(null);
  }

  /** Otsu's division of brightness in two. */
  private record Split(int level, double darkMean, double brightMean, double darkShare) {

    static Split of(GreyImage image) {
      int[] histogram = new int[256];
      long sum = 0;
      for (byte pixel : image.pixels()) {
        histogram[pixel & 0xff]++;
        sum += pixel & 0xff;
      }
      long total = image.pixels().length;
      Split best = new Split(128, 128, 128, 0);
      double bestSpread = -1;
      long count = 0;
      long below = 0;
      for (int i = 0; i < 255; i++) {
        count += histogram[i];
        below += (long) i * histogram[i];
        if (count == 0 || count == total) {
          continue;
        }
        double dark = (double) below / count;
        double bright = (double) (sum - below) / (total - count);
        double spread = (double) count * (total - count) * (bright - dark) * (bright - dark);
        if (spread > bestSpread) {
          bestSpread = spread;
          best = new Split(i + 1, dark, bright, (double) count / total);
        }
      }
      return best;
    }
  }
}
