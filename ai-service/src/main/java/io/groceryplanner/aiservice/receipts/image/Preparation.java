package io.groceryplanner.aiservice.receipts.image;

import io.groceryplanner.aiservice.receipts.image.Ink.Blob;
import java.awt.geom.AffineTransform;
import java.util.List;

/** Makes a picture readable: cut to the print, brought to size, evenly lit and straight. */
public final class Preparation {

  /** Letters about this high are what the recognition was trained on. */
  private static final double LETTER_HEIGHT = 21;

  private static final int MAX_WIDTH = 2200;
  private static final long MAX_PIXELS = 7_000_000;
  private static final int INK = 150;

  /** How strongly a picture is worked on before it is read. */
  public enum Recipe {
    /** Even paper, softened noise: right for photos and most scans. */
    EVEN,
    /** As sharp as it came, which suits clean scans. */
    SHARP
  }

  /** A picture to read, and the way back from its pixels to those it was made from. */
  public record Prepared(GreyImage image, AffineTransform toSource) {}

  private Preparation() {}

  public static Prepared prepare(GreyImage source, Recipe recipe) {
    TextArea area = TextArea.of(source);
    GreyImage cut = Resampling.crop(source, area.x(), area.y(), area.width(), area.height());
    double scale = scaleFor(cut);
    int reduction = Math.max(1, (int) Math.floor(1 / scale));
    GreyImage smaller = Resampling.reduce(cut, reduction);
    double rest = scale * reduction;
    // Print softened before it is enlarged loses its thin strokes, so only noise of full size is.
    GreyImage soft =
        recipe == Recipe.EVEN && rest <= 1.3 && reduction == 1
            ? Background.blur(smaller, 1)
            : smaller;
    GreyImage even = Background.divideOut(soft, (int) (40 / rest));
    int width = (int) Math.round(smaller.width() * rest);
    int height = (int) Math.round(smaller.height() * rest);
    double degrees = Skew.degrees(Resampling.reduce(even, even.width() > 1000 ? 2 : 1), INK);
    AffineTransform toSmaller = turnedInto(width, height, degrees, rest);
    GreyImage straight = Resampling.fetch(even, width, height, toSmaller);
    AffineTransform toSource = AffineTransform.getTranslateInstance(area.x(), area.y());
    toSource.scale(reduction, reduction);
    toSource.concatenate(toSmaller);
    return new Prepared(stretched(straight), toSource);
  }

  private static AffineTransform turnedInto(int width, int height, double degrees, double scale) {
    AffineTransform back = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
    back.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    return back;
  }

  private static double scaleFor(GreyImage cut) {
    int factor = Math.max(1, cut.width() / 1000);
    GreyImage small = Resampling.reduce(cut, factor);
    List<Blob> blobs = Ink.blobs(Background.divideOut(small, 40), INK);
    int[] heights =
        blobs.stream()
            .filter(b -> b.height() >= 6 && b.height() <= 70)
            .filter(b -> b.width() <= 3 * b.height() && b.height() <= 6 * b.width())
            .mapToInt(Blob::height)
            .sorted()
            .toArray();
    double scale =
        heights.length < 30
            ? 1200.0 / cut.width()
            : LETTER_HEIGHT / (heights[heights.length / 2] * (double) factor);
    scale = Math.clamp(scale, 0.1, 3);
    scale = Math.min(scale, (double) MAX_WIDTH / cut.width());
    return Math.min(scale, Math.sqrt((double) MAX_PIXELS / ((double) cut.width() * cut.height())));
  }

  /** Pulls the darkest hundredth to black and the paper to white. */
  private static GreyImage stretched(GreyImage image) {
    int[] histogram = new int[256];
    for (byte pixel : image.pixels()) {
      histogram[pixel & 0xff]++;
    }
    int low = percentile(histogram, image.pixels().length, 0.01);
    int high = Math.max(low + 40, Math.min(245, percentile(histogram, image.pixels().length, 0.6)));
    byte[] map = new byte[256];
    for (int i = 0; i < 256; i++) {
      map[i] = (byte) Math.clamp((i - low) * 255L / (high - low), 0, 255);
    }
    GreyImage result = GreyImage.blank(image.width(), image.height());
    for (int i = 0; i < image.pixels().length; i++) {
      result.pixels()[i] = map[image.pixels()[i] & 0xff];
    }
    return result;
  }

  private static int percentile(int[] histogram, int total, double share) {
    long wanted = (long) (total * share);
    long seen = 0;
    for (int i = 0; i < 256; i++) {
      seen += histogram[i];
      if (seen > wanted) {
        return i;
      }
    }
    return 255;
  }
}
