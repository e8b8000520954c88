package io.groceryplanner.aiservice.receipts.image;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * The part of a picture that holds the print, seen straight.
 *
 * <p>Places on a page are in pixels of the picture's size, from the corner of the print, with rows
 * of print level; {@link #onPicture} leads back.
 */
public final class Page {

  private static final int MAX_WIDTH = 2200;
  private static final long MAX_PIXELS = 7_000_000;
  private static final int INK = 150;

  private final GreyImage picture;
  private final Turn turn;
  private final @Nullable Perspective perspective;
  private final GreyImage print;
  private final TextArea area;
  private final double letterHeight;
  private final double degrees;
  private final boolean sideways;

  private Page(GreyImage picture, Turn turn) {
    this.picture = picture;
    this.turn = turn;
    GreyImage upright = turn.upright(picture);
    perspective = Perspective.of(upright);
    GreyImage flat = perspective == null ? upright : perspective.flatten(upright);
    area = TextArea.of(flat);
    print = Resampling.crop(flat, area.x(), area.y(), area.width(), area.height());
    int factor = Math.max(1, (int) Math.ceil(print.width() / 1200.0));
    GreyImage small = Contrast.stretch(Background.divideOut(Resampling.reduce(print, factor), 40));
    GreyImage smaller = Resampling.reduce(small, small.width() > 1000 ? 2 : 1);
    degrees = Skew.degrees(smaller, INK);
    sideways = Sideways.is(smaller, INK);
    letterHeight = LetterHeight.of(small, INK) * factor;
  }

  public static Page of(GreyImage picture) {
    return new Page(picture, Turn.NONE);
  }

  /** The same picture, turned first. */
  public Page turned(Turn other) {
    return new Page(picture, other);
  }

  /** Whether the rows of print seem to run up or down. */
  public boolean isSideways() {
    return sideways;
  }

  /** The whole page, evenly lit and with letters of the recipe's size. */
  public Prepared prepare(Recipe recipe) {
    double scale = scale(recipe);
    GreyImage image = draw(new Rectangle(print.width(), print.height()), scale);
    return new Prepared(recipe.finish(image), scale, 0, 0);
  }

  /** A strip right across, where most receipts have their sums; enough to tell the language. */
  public Prepared strip() {
    double scale = scale(Recipe.USUAL);
    int top = (int) (0.5 * print.height());
    Rectangle place = new Rectangle(0, top, print.width(), (int) (0.2 * print.height()));
    return new Prepared(draw(place, scale), scale, 0, top);
  }

  /** One row of the page alone, with room around it, its letters as high as asked for. */
  public Prepared row(
      double left, double top, double right, double bottom, double rowHeight, boolean softened) {
    double margin = 0.35 * (bottom - top);
    Rectangle2D place =
        new Rectangle2D.Double(
            left - 2 * margin, top - margin, right - left + 4 * margin, bottom - top + 2 * margin);
    double scale = Math.clamp(rowHeight / (bottom - top), 0.1, 5);
    scale = Math.min(scale, MAX_WIDTH / place.getWidth());
    GreyImage image = draw(place, scale);
    return new Prepared(
        softened ? Background.blur(image, 1) : image, scale, place.getX(), place.getY());
  }

  /** Where a place of the page is on the picture, as that was given. */
  public Point2D onPicture(Point2D place) {
    Point2D onPrint = toPrint().transform(place, null);
    Point2D flat = new Point2D.Double(onPrint.getX() + area.x(), onPrint.getY() + area.y());
    Point2D upright = perspective == null ? flat : perspective.onPicture(flat);
    return turn.onPicture(upright, picture);
  }

  private AffineTransform toPrint() {
    return AffineTransform.getRotateInstance(
        Math.toRadians(degrees), print.width() / 2.0, print.height() / 2.0);
  }

  private double scale(Recipe recipe) {
    double wanted =
        letterHeight > 0 ? recipe.letterHeight() / letterHeight : 1200.0 / print.width();
    double scale = Math.min(Math.clamp(wanted, 0.1, 3), (double) MAX_WIDTH / print.width());
    double area = (double) print.width() * print.height();
    return Math.min(scale, Math.sqrt(MAX_PIXELS / area));
  }

  /** A rectangle of the page, drawn at a scale. */
  private GreyImage draw(Rectangle2D place, double scale) {
    Rectangle whole = new Rectangle(print.width(), print.height());
    Rectangle needed = toPrint().createTransformedShape(place).getBounds().intersection(whole);
    if (needed.isEmpty()) {
      return GreyImage.blank(1, 1);
    }
    GreyImage cut =
        needed.equals(whole)
            ? print
            : Resampling.crop(print, needed.x, needed.y, needed.width, needed.height);
    int reduction = Math.max(1, (int) Math.floor(1 / scale));
    GreyImage smaller = Resampling.reduce(cut, reduction);
    double rest = scale * reduction;
    // Print softened before it is enlarged loses its thin strokes, so only noise of full size is.
    GreyImage soft = rest <= 1.3 && reduction == 1 ? Background.blur(smaller, 1) : smaller;
    GreyImage even = Contrast.stretch(Background.divideOut(soft, (int) (40 / rest)));
    AffineTransform back = AffineTransform.getScaleInstance(1.0 / reduction, 1.0 / reduction);
    back.translate(-needed.x, -needed.y);
    back.concatenate(toPrint());
    back.translate(place.getX(), place.getY());
    back.scale(1 / scale, 1 / scale);
    int width = Math.max(1, (int) Math.round(place.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(place.getHeight() * scale));
    return Resampling.fetch(even, width, height, back);
  }
}
