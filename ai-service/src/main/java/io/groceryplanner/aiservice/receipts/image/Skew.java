package io.groceryplanner.aiservice.receipts.image;

/** By how much the rows of print lean, from how sharply they stand out when summed up. */
final class Skew {

  private static final double LIMIT = 8;
  private static final int SAMPLES = 30_000;

  private Skew() {}

  /** The angle in degrees, positive where rows fall to the right. */
  static double degrees(GreyImage even, int darkerThan) {
    int[] xs = new int[SAMPLES];
    int[] ys = new int[SAMPLES];
    int count = 0;
    int dark = 0;
    for (byte pixel : even.pixels()) {
      if ((pixel & 0xff) < darkerThan) {
        dark++;
      }
    }
    int every = Math.max(1, dark / SAMPLES + 1);
    int seen = 0;
    for (int p = 0; p < even.pixels().length && count < SAMPLES; p++) {
      if ((even.pixels()[p] & 0xff) < darkerThan && seen++ % every == 0) {
        xs[count] = p % even.width();
        ys[count++] = p / even.width();
      }
    }
    if (count < 200) {
      return 0;
    }
    double best = 0;
    double bestScore = sharpness(xs, ys, count, even, 0) * 1.01;
    for (double angle = -LIMIT; angle <= LIMIT; angle += 0.5) {
      double score = sharpness(xs, ys, count, even, angle);
      if (score > bestScore) {
        bestScore = score;
        best = angle;
      }
    }
    // The best one moves on while it is looked for; beyond the limit the sums have no room for it.
    for (double angle = best - 0.4; angle <= Math.min(best + 0.41, LIMIT + 0.5); angle += 0.1) {
      double score = sharpness(xs, ys, count, even, angle);
      if (score > bestScore) {
        bestScore = score;
        best = angle;
      }
    }
    return best;
  }

  private static double sharpness(int[] xs, int[] ys, int count, GreyImage even, double degrees) {
    double slope = Math.tan(Math.toRadians(degrees));
    int margin = (int) (even.width() * Math.tan(Math.toRadians(LIMIT + 1))) + 2;
    int[] sums = new int[even.height() + 2 * margin];
    for (int i = 0; i < count; i++) {
      sums[(int) (ys[i] - slope * xs[i] + margin)]++;
    }
    // Squares of the sums, not of their steps: steps of a thin sample are mostly chance.
    double score = 0;
    for (int sum : sums) {
      score += (double) sum * sum;
    }
    return score;
  }
}
