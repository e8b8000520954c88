package io.groceryplanner.aiservice.receipts.image;

/** The paper without the print: how bright it is at each place, shadows and creases included. */
final class Background {

  private static final int SHRUNK = 4;

  private Background() {}

  /** Divides the picture by its paper, so that paper is white wherever light fell on it. */
  static GreyImage divideOut(GreyImage image, int strokeReach) {
    GreyImage small = Resampling.reduce(image, SHRUNK);
    if (small.width() < 3 || small.height() < 3) {
      return image;
    }
    int reach = Math.max(3, strokeReach / SHRUNK);
    GreyImage paper = blur(extreme(extreme(small, reach, true), reach, false), reach);
    GreyImage result = GreyImage.blank(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      int sy = Math.min(y / SHRUNK, small.height() - 1);
      for (int x = 0; x < image.width(); x++) {
        int level = Math.max(24, paper.at(Math.min(x / SHRUNK, small.width() - 1), sy));
        int value = image.at(x, y) * 255 / level;
        result.pixels()[y * image.width() + x] = (byte) Math.min(255, value);
      }
    }
    return result;
  }

  /** The largest (or smallest) value within reach, one direction after the other. */
  static GreyImage extreme(GreyImage image, int reach, boolean largest) {
    return extremeAlong(extremeAlong(image, reach, largest, true), reach, largest, false);
  }

  static GreyImage extremeAlong(GreyImage image, int reach, boolean largest, boolean horizontal) {
    int width = image.width();
    int height = image.height();
    GreyImage result = GreyImage.blank(width, height);
    int lines = horizontal ? height : width;
    int length = horizontal ? width : height;
    int step = horizontal ? 1 : width;
    int[] candidates = new int[length];
    for (int line = 0; line < lines; line++) {
      int start = horizontal ? line * width : line;
      int first = 0;
      int last = 0;
      for (int i = 0; i < length + reach; i++) {
        if (i < length) {
          int value = image.pixels()[start + i * step] & 0xff;
          while (last > first) {
            int other = image.pixels()[start + candidates[last - 1] * step] & 0xff;
            if (largest ? other > value : other < value) {
              break;
            }
            last--;
          }
          candidates[last++] = i;
        }
        int centre = i - reach;
        if (centre >= 0) {
          while (candidates[first] < centre - reach) {
            first++;
          }
          result.pixels()[start + centre * step] = image.pixels()[start + candidates[first] * step];
        }
      }
    }
    return result;
  }

  /** Mean over a square of {@code 2 * reach + 1} pixels. */
  static GreyImage blur(GreyImage image, int reach) {
    return blurAlong(blurAlong(image, reach, true), reach, false);
  }

  private static GreyImage blurAlong(GreyImage image, int reach, boolean horizontal) {
    int width = image.width();
    int height = image.height();
    GreyImage result = GreyImage.blank(width, height);
    int lines = horizontal ? height : width;
    int length = horizontal ? width : height;
    int step = horizontal ? 1 : width;
    for (int line = 0; line < lines; line++) {
      int start = horizontal ? line * width : line;
      int sum = 0;
      int count = 0;
      for (int i = 0; i < Math.min(reach, length); i++) {
        sum += image.pixels()[start + i * step] & 0xff;
        count++;
      }
      for (int i = 0; i < length; i++) {
        if (i + reach < length) {
          sum += image.pixels()[start + (i + reach) * step] & 0xff;
          count++;
        }
        if (i - reach - 1 >= 0) {
          sum -= image.pixels()[start + (i - reach - 1) * step] & 0xff;
          count--;
        }
        result.pixels()[start + i * step] = (byte) (sum / count);
      }
    }
    return result;
  }
}
