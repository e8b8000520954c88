package io.groceryplanner.aiservice.samples;

/** Smooth noise between 0 and 1 over the plane. */
final class ValueNoise {

  private final long seed;

  ValueNoise(long seed) {
    this.seed = seed;
  }

  double at(double x, double y) {
    double left = Math.floor(x);
    double top = Math.floor(y);
    double u = smooth(x - left);
    double v = smooth(y - top);
    long i = (long) left;
    long j = (long) top;
    double upper = mix(corner(i, j), corner(i + 1, j), u);
    double lower = mix(corner(i, j + 1), corner(i + 1, j + 1), u);
    return mix(upper, lower, v);
  }

  private double corner(long i, long j) {
    long hash = seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL;
    hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 32)) * 0x94D049BB133111EBL;
    return (hash >>> 40) / (double) (1L << 24);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
