package io.groceryplanner.aiservice.receipts.image;

import io.groceryplanner.aiservice.receipts.image.Ink.Blob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a picture that holds the print: the paper first, then the text on it. */
record TextArea(int x, int y, int width, int height) {

  private static final int LOOK_AT = 900;
  private static final int INK = 160;

  static TextArea of(GreyImage image) {
    int factor = Math.max(1, Math.max(image.width(), image.height()) / LOOK_AT);
    GreyImage small = Resampling.reduce(image, factor);
    TextArea whole = new TextArea(0, 0, small.width(), small.height());
    TextArea paper = paper(small);
    TextArea sheet = paper == null ? whole : paper;
    GreyImage print =
        Contrast.stretch(
            Background.divideOut(
                Resampling.crop(small, sheet.x, sheet.y, sheet.width, sheet.height), 28));
    TextArea text = print(print);
    if (text == null) {
      return new TextArea(0, 0, image.width(), image.height());
    }
    int margin = Math.max(5, small.width() / 45);
    int left = nearEdge(sheet.x + text.x - margin, small.width()) * factor;
    int top = nearEdge(sheet.y + text.y - margin, small.height()) * factor;
    int right =
        image.width()
            - nearEdge(small.width() - sheet.x - text.x - text.width - margin, small.width())
                * factor;
    int bottom =
        image.height()
            - nearEdge(small.height() - sheet.y - text.y - text.height - margin, small.height())
                * factor;
    return new TextArea(left, top, right - left, bottom - top);
  }

  /** Cutting off a little gains nothing and may cost the letters at the edge. */
  private static int nearEdge(int cut, int size) {
    return cut < size / 20 ? 0 : cut;
  }

  private static @Nullable TextArea paper(GreyImage small) {
    Paper paper = Paper.on(small);
    return paper == null
        ? null
        : new TextArea(
            paper.bounds().left(),
            paper.bounds().top(),
            paper.bounds().width(),
            paper.bounds().height());
  }

  /** The blocks of print, without dust and without what the edge of the scanner left. */
  private static @Nullable TextArea print(GreyImage even) {
    GreyImage clean = Ink.without(even, INK, blob -> isNoise(blob, even));
    int reach = Math.max(6, even.height() / 60);
    List<Blob> blocks = Ink.blobs(Background.extreme(clean, reach, false), INK);
    int largest = blocks.stream().mapToInt(Blob::pixels).max().orElse(0);
    // A speck grows to a square of this size; what is no larger is dust.
    int dust = (2 * reach + 5) * (2 * reach + 5);
    int left = even.width();
    int top = even.height();
    int right = 0;
    int bottom = 0;
    for (Blob block : blocks) {
      if (block.pixels() > Math.max(dust, largest / 300)) {
        left = Math.min(left, block.left() + reach);
        top = Math.min(top, block.top() + reach);
        right = Math.max(right, block.right() - reach);
        bottom = Math.max(bottom, block.bottom() - reach);
      }
    }
    return right - left < even.width() / 12 || bottom - top < 8
        ? null
        : new TextArea(left, top, right - left + 1, bottom - top + 1);
  }

  private static boolean isNoise(Blob blob, GreyImage even) {
    boolean edge =
        blob.left() <= 1
            || blob.top() <= 1
            || blob.right() >= even.width() - 2
            || blob.bottom() >= even.height() - 2;
    boolean huge = blob.height() > even.height() / 6 || blob.width() > even.width() * 0.9;
    return (edge && blob.pixels() > 8) || huge || blob.pixels() < 3;
  }
}
