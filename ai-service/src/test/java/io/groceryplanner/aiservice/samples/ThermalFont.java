package io.groceryplanner.aiservice.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Glyph outlines of a monospaced font on the class path.
 *
 * <p>The outlines are read with FontBox, not with AWT, so neither the machine's fonts nor its
 * fontconfig matter.
 */
final class ThermalFont {

  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

  static final String REGULAR_FILE = FOLDER + "DejaVuSansMono.ttf";
  static final String BOLD_FILE = FOLDER + "DejaVuSansMono-Bold.ttf";

  /** Width of every character as a part of the font's size. */
  static final double ADVANCE = 0.602;

  static final ThermalFont REGULAR = new ThermalFont(REGULAR_FILE);
  static final ThermalFont BOLD = new ThermalFont(BOLD_FILE);

  private final TrueTypeFont font;
  private final double unitsPerEm;
  private final Map<Integer, GeneralPath> outlines = new HashMap<>();

  private ThermalFont(String file) {
    try (InputStream stream = open(file)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
      unitsPerEm = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open(String file) {
    return Objects.requireNonNull(ThermalFont.class.getResourceAsStream(file), file);
  }

  /** The text's outline with its baseline starting at the given point. */
  GeneralPath outline(String text, double x, double y, double width, double height) {
    GeneralPath path = new GeneralPath();
    double pen = x;
    for (int codePoint : text.codePoints().toArray()) {
      AffineTransform place = AffineTransform.getTranslateInstance(pen, y);
      place.scale(width / unitsPerEm, -height / unitsPerEm);
      path.append(glyph(codePoint).getPathIterator(place), false);
      pen += ADVANCE * width;
    }
    return path;
  }

  private synchronized GeneralPath glyph(int codePoint) {
    return outlines.computeIfAbsent(codePoint, this::read);
  }

  private GeneralPath read(int codePoint) {
    try {
      int id = font.getUnicodeCmapLookup().getGlyphId(codePoint);
      if (id == 0) {
        throw new IllegalArgumentException("no glyph for " + Character.toString(codePoint));
      }
      var glyph = font.getGlyph().getGlyph(id);
      return glyph == null ? new GeneralPath() : glyph.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
