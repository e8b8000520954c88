package io.groceryplanner.aiservice.receipts.image;

import java.awt.geom.AffineTransform;

/** Makes pictures smaller, larger or turned. */
final class Resampling {

  private Resampling() {}

  /** Each pixel of the result is the mean of {@code factor} by {@code factor} pixels. */
  static GreyImage reduce(GreyImage image, int factor) {
    if (factor <= 1) {
      return image;
    }
    int width = image.width() / factor;
    int height = image.height() / factor;
    GreyImage result = GreyImage.blank(width, height);
    int[] sums = new int[width];
    int area = factor * factor;
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(sums, 0);
      for (int dy = 0; dy < factor; dy++) {
        int start = (y * factor + dy) * image.width();
        for (int x = 0; x < width; x++) {
          int from = start + x * factor;
          int sum = 0;
          for (int dx = 0; dx < factor; dx++) {
            sum += image.pixels()[from + dx] & 0xff;
          }
          sums[x] += sum;
        }
      }
      for (int x = 0; x < width; x++) {
        result.pixels()[y * width + x] = (byte) (sums[x] / area);
      }
    }
    return result;
  }

  /** Draws the picture anew, each pixel fetched from where {@code toSource} says; else white. */
  static GreyImage fetch(GreyImage image, int width, int height, AffineTransform toSource) {
    GreyImage result = GreyImage.blank(width, height);
    byte[] in = image.pixels();
    byte[] out = result.pixels();
    int stride = image.width();
    double dx = toSource.getScaleX();
    double dy = toSource.getShearY();
    for (int y = 0; y < height; y++) {
      double sx = toSource.getShearX() * (y + 0.5) + toSource.getTranslateX() + dx * 0.5 - 0.5;
      double sy = toSource.getScaleY() * (y + 0.5) + toSource.getTranslateY() + dy * 0.5 - 0.5;
      for (int x = 0; x < width; x++, sx += dx, sy += dy) {
        int x0 = (int) Math.floor(sx);
        int y0 = (int) Math.floor(sy);
        if (x0 < 0 || y0 < 0 || x0 >= image.width() - 1 || y0 >= image.height() - 1) {
          out[y * width + x] = (byte) 255;
          continue;
        }
        int fx = (int) ((sx - x0) * 256);
        int fy = (int) ((sy - y0) * 256);
        int p = y0 * stride + x0;
        int top = (in[p] & 0xff) * (256 - fx) + (in[p + 1] & 0xff) * fx;
        int bottom = (in[p + stride] & 0xff) * (256 - fx) + (in[p + stride + 1] & 0xff) * fx;
        out[y * width + x] = (byte) ((top * (256 - fy) + bottom * fy) >> 16);
      }
    }
    return result;
  }

  /** The brightness between four pixels; white outside. */
  static int at(GreyImage image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left >= image.width() - 1 || top >= image.height() - 1) {
      return 255;
    }
    double u = x - left;
    double v = y - top;
    double upper = image.at(left, top) * (1 - u) + image.at(left + 1, top) * u;
    double lower = image.at(left, top + 1) * (1 - u) + image.at(left + 1, top + 1) * u;
    return (int) (upper * (1 - v) + lower * v + 0.5);
  }

  static GreyImage crop(GreyImage image, int x, int y, int width, int height) {
    GreyImage result = GreyImage.blank(width, height);
    for (int row = 0; row < height; row++) {
      System.arraycopy(
          image.pixels(), (y + row) * image.width() + x, result.pixels(), row * width, width);
    }
    return result;
  }
}
