package io.groceryplanner.aiservice.receipts.reading;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

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

  /** The smallest upright box around this one, moved. */
  public Box through(AffineTransform transform) {
    Rectangle2D bounds =
        transform
            .createTransformedShape(new Rectangle2D.Double(left, top, width(), height()))
            .getBounds2D();
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }
}
