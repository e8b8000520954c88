package io.groceryplanner.aiservice.receipts.image;

import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four straight edges of a sheet, where all are in view. */
final class PaperEdges {

  /** Less than this many degrees between opposite edges is no slant worth undoing. */
  private static final double SLANT = 1.5;

  /** More than this is no sheet that somebody photographed to be read. */
  private static final double LARGEST_SLANT = 30;

  private static final double STRAIGHT_SHARE = 0.7;

  private PaperEdges() {}

  /** The corners, clockwise from the top left, if the sheet is clearly seen at an angle. */
  static @Nullable List<Point2D> slanted(Paper paper) {
    Line left = Line.along(paper, true, true);
    Line right = Line.along(paper, true, false);
    Line top = Line.along(paper, false, true);
    Line bottom = Line.along(paper, false, false);
    if (left == null || right == null || top == null || bottom == null) {
      return null;
    }
    double slant =
        Math.max(
            Math.abs(left.degrees() - right.degrees()), Math.abs(top.degrees() - bottom.degrees()));
    if (slant < SLANT || slant > LARGEST_SLANT) {
      return null;
    }
    List<Point2D> corners = List.of(top.at(left), top.at(right), bottom.at(right), bottom.at(left));
    return corners.stream().allMatch(c -> isNear(c, paper.mask())) ? corners : null;
  }

  private static boolean isNear(Point2D corner, GreyImage picture) {
    double x = corner.getX() / picture.width();
    double y = corner.getY() / picture.height();
    return x > -0.05 && x < 1.05 && y > -0.05 && y < 1.05;
  }

  /**
   * An edge: how far across it is at the beginning, and how much further with each pixel along.
   * Upright edges run down the picture, the others to the right.
   */
  private record Line(double offset, double slope, boolean upright) {

    double degrees() {
      return Math.toDegrees(Math.atan(slope));
    }

    /** Where this edge, which is level, meets an upright one. */
    Point2D at(Line other) {
      double x = (other.offset + other.slope * offset) / (1 - slope * other.slope);
      return new Point2D.Double(x, offset + slope * x);
    }

    static @Nullable Line along(Paper paper, boolean upright, boolean first) {
      int from = upright ? paper.bounds().top() : paper.bounds().left();
      int length = upright ? paper.bounds().height() : paper.bounds().width();
      int size = upright ? paper.mask().width() : paper.mask().height();
      // Corners are round, torn or curled.
      int begin = from + length / 10;
      int count = length * 8 / 10;
      if (count < 20) {
        return null;
      }
      double[] places = new double[count];
      for (int i = 0; i < count; i++) {
        places[i] = edge(paper.mask(), begin + i, upright, first);
      }
      int half = count / 2;
      double[] slopes = new double[count - half];
      for (int i = 0; i + half < count; i++) {
        slopes[i] = (places[i + half] - places[i]) / half;
      }
      double slope = median(slopes);
      double[] offsets = new double[count];
      for (int i = 0; i < count; i++) {
        offsets[i] = places[i] - slope * (begin + i);
      }
      double offset = median(offsets.clone());
      double tolerance = 1.5 + size / 100.0;
      double close = Arrays.stream(offsets).filter(o -> Math.abs(o - offset) < tolerance).count();
      double middle = offset + slope * (begin + half);
      boolean inView = middle > 3 && middle < size - 4;
      return inView && close >= STRAIGHT_SHARE * count ? new Line(offset, slope, upright) : null;
    }

    private static double edge(GreyImage mask, int along, boolean upright, boolean first) {
      int size = upright ? mask.width() : mask.height();
      for (int i = 0; i < size; i++) {
        int across = first ? i : size - 1 - i;
        int value = upright ? mask.at(across, along) : mask.at(along, across);
        if (value < Paper.IN_MASK) {
          return across;
        }
      }
      return first ? size : 0;
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      return values[values.length / 2];
    }
  }
}
