package io.groceryplanner.receipts.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a PDF, one below the other on a single sheet, just as ai-service lays them; its
 * boxes are fractions of that sheet.
 */
final class Pages {

  /** As many as ai-service reads. */
  private static final int MOST = 5;

  private static final float WANTED_WIDTH = 1200;
  private static final float TALLEST = 6000;

  private Pages() {}

  static BufferedImage render(byte[] content) throws IOException {
    try (var document =
        Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = Math.min(MOST, document.getNumberOfPages());
      if (pages == 0) {
        throw new IOException("A PDF without pages");
      }
      return draw(document, pages);
    }
  }

  private static BufferedImage draw(PDDocument document, int pages) throws IOException {
    float width = 1;
    float height = 0;
    for (int i = 0; i < pages; i++) {
      var size = document.getPage(i).getCropBox();
      width = Math.max(width, size.getWidth());
      height += size.getHeight();
    }
    // A page may claim any size: the scale gives way, not the memory.
    var scale = Math.min(WANTED_WIDTH / width, TALLEST / Math.max(height, 1));
    var sheet =
        new BufferedImage(
            Math.max(1, Math.round(width * scale)),
            Math.max(1, Math.round(height * scale)),
            BufferedImage.TYPE_INT_RGB);
    var graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    var renderer = new PDFRenderer(document);
    float top = 0;
    for (int i = 0; i < pages; i++) {
      graphics.drawImage(
          renderer.renderImage(i, scale, ImageType.RGB), 0, Math.round(top * scale), null);
      top += document.getPage(i).getCropBox().getHeight();
    }
    graphics.dispose();
    return sheet;
  }
}
