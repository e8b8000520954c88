package io.groceryplanner.aiservice.receipts.image;

import java.awt.geom.Point2D;

/** By how many quarters a picture has to be turned to the right for its print to stand upright. */
public enum Turn {
  NONE(1),
  QUARTER(6),
  HALF(3),
  THREE_QUARTERS(8);

  private final int exif;

  Turn(int exif) {
    this.exif = exif;
  }

  GreyImage upright(GreyImage picture) {
    return new Orientation(exif).upright(picture);
  }

  /** A place of the upright picture on the one it was made from. */
  Point2D onPicture(Point2D upright, GreyImage picture) {
    double x = upright.getX();
    double y = upright.getY();
    return switch (this) {
      case NONE -> upright;
      case QUARTER -> new Point2D.Double(y, picture.height() - x);
      case HALF -> new Point2D.Double(picture.width() - x, picture.height() - y);
      case THREE_QUARTERS -> new Point2D.Double(picture.width() - y, x);
    };
  }
}
