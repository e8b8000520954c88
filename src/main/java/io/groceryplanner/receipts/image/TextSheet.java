package io.groceryplanner.receipts.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * The text of an e-receipt as a page of a PDF, so that it goes the way of every other receipt: it
 * is read from the page's text layer, word for word, and shown beside its lines.
 */
public final class TextSheet {

  /** No receipt is longer; a page may not be much taller either. */
  public static final int MOST_LINES = 400;

  private static final int LONGEST_LINE = 120;
  private static final float SIZE = 10;
  private static final float ROW = 14;
  private static final float MARGIN = 24;

  /** Courier's letters are all as wide. */
  private static final float LETTER = 0.6f * SIZE;

  private TextSheet() {}

  /** The same text makes the same bytes, so that it is known when it comes again. */
  public static byte[] of(String text) {
    var lines =
        text.lines().map(TextSheet::plain).map(String::stripTrailing).limit(MOST_LINES).toList();
    var width = lines.stream().mapToInt(String::length).max().orElse(0) * LETTER + 2 * MARGIN;
    try (var document = new PDDocument()) {
      document.setDocumentId(0L);
      var page = new PDPage(new PDRectangle(Math.max(width, 240), lines.size() * ROW + 2 * MARGIN));
      document.addPage(page);
      write(document, page, lines);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is read or written but memory", e);
    }
  }

  private static void write(PDDocument document, PDPage page, List<String> lines)
      throws IOException {
    var font = new PDType1Font(FontName.COURIER);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(font, SIZE);
      content.setLeading(ROW);
      content.newLineAtOffset(MARGIN, page.getCropBox().getHeight() - MARGIN - SIZE);
      for (var line : lines) {
        content.showText(writable(line, font));
        content.newLine();
      }
      content.endText();
    }
  }

  private static String plain(String line) {
    var spaced = line.replace("\t", "    ").replace('\u00a0', ' ').replaceAll("\\p{Cntrl}", "");
    return spaced.substring(0, Math.min(spaced.length(), LONGEST_LINE));
  }

  /** What the font cannot write, such as a pictogram, is left out. */
  private static String writable(String line, PDFont font) {
    var written = new StringBuilder();
    line.codePoints()
        .filter(letter -> isIn(font, letter))
        .forEach(letter -> written.appendCodePoint(letter));
    return written.toString();
  }

  private static boolean isIn(PDFont font, int letter) {
    try {
      font.encode(Character.toString(letter));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
