package io.groceryplanner.aiservice.receipts.image;

import java.awt.geom.AffineTransform;

/** Makes a picture readable: cut to the print, brought to size, evenly lit and straight. */
public final class Preparation {

  private static final int MAX_WIDTH = 2200;
  private static final long MAX_PIXELS = 7_000_000;
  private static final int INK = 150;

  /** How a picture is prepared; letters of different heights and edges are read differently. */
  public enum Recipe {
    /** Fast, and right for most. */
    USUAL(22, false),
    /** Larger and softer, which joins broken strokes. */
    SOFT(30, true);

    private final double letterHeight;
    private final boolean softened;

    Recipe(double letterHeight, boolean softened) {
      this.letterHeight = letterHeight;
      this.softened = softened;
    }
  }

  /** A picture to read, and the way back from its pixels to those it was made from. */
  public record Prepared(GreyImage image, AffineTransform toSource) {}

  private Preparation() {}

  public static Prepared prepare(GreyImage source, Recipe recipe) {
    TextArea area = TextArea.of(source);
    GreyImage cut = Resampling.crop(source, area.x(), area.y(), area.width(), area.height());
    double scale = scaleFor(cut, recipe);
    int reduction = Math.max(1, (int) Math.floor(1 / scale));
    GreyImage smaller = Resampling.reduce(cut, reduction);
    double rest = scale * reduction;
    // Print softened before it is enlarged loses its thin strokes, so only noise of full size is.
    GreyImage soft = rest <= 1.3 && reduction == 1 ? Background.blur(smaller, 1) : smaller;
    GreyImage even = Contrast.stretch(Background.divideOut(soft, (int) (40 / rest)));
    int width = (int) Math.round(smaller.width() * rest);
    int height = (int) Math.round(smaller.height() * rest);
    double degrees = Skew.degrees(Resampling.reduce(even, even.width() > 1000 ? 2 : 1), INK);
    AffineTransform toSmaller = turnedInto(width, height, degrees, rest);
    GreyImage straight = Resampling.fetch(even, width, height, toSmaller);
    AffineTransform toSource = AffineTransform.getTranslateInstance(area.x(), area.y());
    toSource.scale(reduction, reduction);
    toSource.concatenate(toSmaller);
    return new Prepared(recipe.softened ? Background.blur(straight, 1) : straight, toSource);
  }

  private static AffineTransform turnedInto(int width, int height, double degrees, double scale) {
    AffineTransform back = AffineTransform.getScaleInstance(1 / scale, 1 / scale);
    back.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    return back;
  }

  private static double scaleFor(GreyImage cut, Recipe recipe) {
    int factor = Math.max(1, cut.width() / 1000);
    GreyImage small = Resampling.reduce(cut, factor);
    // Dots and broken strokes are joined to words first, whose height is that of a letter.
    int reach = Math.max(1, small.width() / 400);
    GreyImage joined =
        Background.extreme(Contrast.stretch(Background.divideOut(small, 40)), reach, false);
    int[] heights =
        Ink.blobs(joined, INK).stream()
            .filter(b -> b.width() > b.height() && b.width() < small.width() / 2)
            .mapToInt(b -> b.height() - 2 * reach)
            .filter(h -> h >= 6 && h <= 80)
            .sorted()
            .toArray();
    double scale =
        heights.length < 15
            ? 1200.0 / cut.width()
            : recipe.letterHeight / (heights[heights.length / 2] * (double) factor);
    scale = Math.clamp(scale, 0.1, 3);
    scale = Math.min(scale, (double) MAX_WIDTH / cut.width());
    return Math.min(scale, Math.sqrt((double) MAX_PIXELS / ((double) cut.width() * cut.height())));
  }
}
