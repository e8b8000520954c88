package io.groceryplanner.aiservice.samples;

/** The dark surface a receipt lies on. */
final class TableTop {

  private final PhotoLook.Table kind;
  private final ValueNoise noise;

  TableTop(PhotoLook.Table kind, long seed) {
    this.kind = kind;
    this.noise = new ValueNoise(seed);
  }

  /** Writes the red, green and blue at a point given in photo widths. */
  void colour(double x, double y, double[] colour) {
    switch (kind) {
      case WOOD -> {
        double warp = noise.at(x * 3, y * 1.2);
        double grain = noise.at(x * 55 + warp * 6, y * 2.5) * 0.6 + noise.at(x * 14, y) * 0.4;
        double seam = Math.abs(x * 3.1 % 1 - 0.5) > 0.492 ? 0.45 : 1;
        set(colour, (0.65 + 0.45 * grain) * seam, 106, 70, 44);
      }
      case STONE -> {
        double cloud = noise.at(x * 8, y * 8) * 0.6 + noise.at(x * 40, y * 40) * 0.4;
        set(colour, 0.75 + 0.35 * cloud, 92, 94, 97);
      }
      case CLOTH -> {
        double weave = Math.sin(x * 520) * Math.sin(y * 520);
        double fold = noise.at(x * 2.5 + y, y * 1.5);
        set(colour, 0.72 + 0.05 * weave + 0.45 * fold, 46, 60, 92);
      }
    }
  }

  private static void set(double[] colour, double factor, int red, int green, int blue) {
    colour[0] = red * factor;
    colour[1] = green * factor;
    colour[2] = blue * factor;
  }
}
