package io.groceryplanner.aiservice.samples;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/** Photos taken again from elsewhere: from the side, on the head, of paper that curls. */
public final class Viewpoint {

  private static final int TABLE = 0x40382e;

  private Viewpoint() {}

  /** Held so that one end is nearer: the far end is smaller by this part, and leans. */
  public static byte[] slanted(byte[] photo, double part) {
    BufferedImage picture = read(photo);
    int width = picture.getWidth();
    int height = picture.getHeight();
    Homography toUnit =
        Homography.toUnitSquare(
            new double[][] {
              {part * width, 0.3 * part * height},
              {width * (1 - 0.2 * part), 0},
              {width, height},
              {0, height * (1 - 0.5 * part)}
            });
    return redrawn(
        picture,
        width,
        height,
        p ->
            new Point2D.Double(
                toUnit.u(p.getX(), p.getY()) * width, toUnit.v(p.getX(), p.getY()) * height));
  }

  /** Turned to the right by quarters, without a word about it in the file. */
  public static byte[] turned(byte[] photo, int quarters) {
    BufferedImage picture = read(photo);
    int width = picture.getWidth();
    int height = picture.getHeight();
    return switch (quarters) {
      case 1 ->
          redrawn(picture, height, width, p -> new Point2D.Double(p.getY(), height - p.getX()));
      case 2 ->
          redrawn(
              picture, width, height, p -> new Point2D.Double(width - p.getX(), height - p.getY()));
      case 3 ->
          redrawn(picture, height, width, p -> new Point2D.Double(width - p.getY(), p.getX()));
      default -> throw new IllegalArgumentException("1, 2 or 3 quarters");
    };
  }

  /** Of paper that curls: the middle of each row stands higher by this part of the width. */
  public static byte[] curved(byte[] photo, double part) {
    BufferedImage picture = read(photo);
    int width = picture.getWidth();
    return redrawn(
        picture,
        width,
        picture.getHeight(),
        p ->
            new Point2D.Double(
                p.getX(), p.getY() + part * width * Math.sin(Math.PI * p.getX() / width)));
  }

  private static byte[] redrawn(
      BufferedImage picture, int width, int height, UnaryOperator<Point2D> source) {
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Point2D from = source.apply(new Point2D.Double(x + 0.5, y + 0.5));
        result.setRGB(x, y, colour(picture, from.getX() - 0.5, from.getY() - 0.5));
      }
    }
    return ImageFiles.jpeg(result, 90, Integer.MAX_VALUE);
  }

  private static int colour(BufferedImage picture, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= picture.getWidth() || top + 1 >= picture.getHeight()) {
      return TABLE;
    }
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      double upper = mix(picture.getRGB(left, top), picture.getRGB(left + 1, top), shift, x - left);
      double lower =
          mix(picture.getRGB(left, top + 1), picture.getRGB(left + 1, top + 1), shift, x - left);
      mixed |= (int) Math.round(upper + (lower - upper) * (y - top)) << shift;
    }
    return mixed;
  }

  private static double mix(int one, int other, int shift, double part) {
    int a = one >> shift & 0xff;
    int b = other >> shift & 0xff;
    return a + (b - a) * part;
  }

  private static BufferedImage read(byte[] photo) {
    try {
      return ImageIO.read(new ByteArrayInputStream(photo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
