package io.groceryplanner.receipts.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first page of a PDF as a picture. */
final class FirstPage {

  private static final float WANTED_WIDTH = 1200;
  private static final float TALLEST = 6000;

  private FirstPage() {}

  static BufferedImage render(byte[] content) throws IOException {
    try (var document = Loader.loadPDF(content)) {
      if (document.getNumberOfPages() == 0) {
        throw new IOException("A PDF without pages");
      }
      var size = document.getPage(0).getCropBox();
      var scale = Math.min(WANTED_WIDTH / size.getWidth(), TALLEST / size.getHeight());
      return new PDFRenderer(document).renderImage(0, scale, ImageType.RGB);
    }
  }
}
