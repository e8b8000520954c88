package io.groceryplanner.aiservice.receipts.reading;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A rectangle on a picture, in its pixels. */
public record Box(double left, double top, double right, double bottom) {

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  public double centreX() {
    return (left + right) / 2;
  }

  public double centreY() {
    return (top + bottom) / 2;
  }

  /** The smallest box around both. */
  public Box and(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  /** The smallest box around this one's corners, each moved. */
  public Box moved(UnaryOperator<Point2D> move) {
    List<Point2D> corners =
        Stream.of(
                new Point2D.Double(left, top),
                new Point2D.Double(right, top),
                new Point2D.Double(right, bottom),
                new Point2D.Double(left, bottom))
            .map(move)
            .toList();
    return new Box(
        corners.stream().mapToDouble(Point2D::getX).min().orElse(left),
        corners.stream().mapToDouble(Point2D::getY).min().orElse(top),
        corners.stream().mapToDouble(Point2D::getX).max().orElse(right),
        corners.stream().mapToDouble(Point2D::getY).max().orElse(bottom));
  }
}
