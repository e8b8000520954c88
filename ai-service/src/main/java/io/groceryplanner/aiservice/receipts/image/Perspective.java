package io.groceryplanner.aiservice.receipts.image;

import java.awt.geom.Point2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sheet photographed at an angle, and how to look at it from straight above. */
final class Perspective {

  private static final int LOOK_AT = 700;

  private final int width;
  private final int height;

  /** The projective map from the sheet's pixels to the picture's; the last number is 1. */
  private final double[] map;

  private Perspective(List<Point2D> corners, int width, int height) {
    this.width = width;
    this.height = height;
    Point2D a = corners.get(0);
    Point2D b = corners.get(1);
    Point2D c = corners.get(2);
    Point2D d = corners.get(3);
    double sumX = a.getX() - b.getX() + c.getX() - d.getX();
    double sumY = a.getY() - b.getY() + c.getY() - d.getY();
    double bx = b.getX() - c.getX();
    double by = b.getY() - c.getY();
    double dx = d.getX() - c.getX();
    double dy = d.getY() - c.getY();
    double divisor = bx * dy - dx * by;
    double g = (sumX * dy - dx * sumY) / divisor;
    double h = (bx * sumY - sumX * by) / divisor;
    map =
        new double[] {
          (b.getX() - a.getX() + g * b.getX()) / width,
          (d.getX() - a.getX() + h * d.getX()) / height,
          a.getX(),
          (b.getY() - a.getY() + g * b.getY()) / width,
          (d.getY() - a.getY() + h * d.getY()) / height,
          a.getY(),
          g / width,
          h / height
        };
  }

  /** How the sheet on a picture is seen; null where it is straight already, or not to be found. */
  static @Nullable Perspective of(GreyImage picture) {
    int factor = Math.max(1, Math.max(picture.width(), picture.height()) / LOOK_AT);
    Paper paper = Paper.on(Resampling.reduce(picture, factor));
    List<Point2D> seen = paper == null ? null : PaperEdges.slanted(paper);
    if (seen == null) {
      return null;
    }
    List<Point2D> corners =
        seen.stream()
            .<Point2D>map(p -> new Point2D.Double(p.getX() * factor, p.getY() * factor))
            .toList();
    double across =
        Math.max(corners.get(0).distance(corners.get(1)), corners.get(3).distance(corners.get(2)));
    double down =
        Math.max(corners.get(0).distance(corners.get(3)), corners.get(1).distance(corners.get(2)));
    return across < 50 || down < 50
        ? null
        : new Perspective(corners, (int) Math.round(across), (int) Math.round(down));
  }

  /** The sheet as seen from straight above. */
  GreyImage flatten(GreyImage picture) {
    GreyImage flat = GreyImage.blank(width, height);
    for (int y = 0, out = 0; y < height; y++) {
      for (int x = 0; x < width; x++, out++) {
        double divisor = map[6] * (x + 0.5) + map[7] * (y + 0.5) + 1;
        double px = (map[0] * (x + 0.5) + map[1] * (y + 0.5) + map[2]) / divisor - 0.5;
        double py = (map[3] * (x + 0.5) + map[4] * (y + 0.5) + map[5]) / divisor - 0.5;
        flat.pixels()[out] = (byte) Resampling.at(picture, px, py);
      }
    }
    return flat;
  }

  /** A place of the flat sheet on the picture. */
  Point2D onPicture(Point2D flat) {
    double divisor = map[6] * flat.getX() + map[7] * flat.getY() + 1;
    return new Point2D.Double(
        (map[0] * flat.getX() + map[1] * flat.getY() + map[2]) / divisor,
        (map[3] * flat.getX() + map[4] * flat.getY() + map[5]) / divisor);
  }
}
