package io.groceryplanner.aiservice.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Writes a printout as the PDF with a text layer that shops send by e-mail. */
final class PaperlessReceipt {

  private static final float WIDTH = 226.8f;
  private static final float MARGIN = 14;

  private PaperlessReceipt() {}

  static byte[] pdf(Printout printout) {
    try (PDDocument document = new PDDocument();
        InputStream regularFile = ThermalFont.open(ThermalFont.REGULAR_FILE);
        InputStream boldFile = ThermalFont.open(ThermalFont.BOLD_FILE)) {
      document.setDocumentId(1L);
      PDFont regular = PDType0Font.load(document, regularFile);
      PDFont bold = PDType0Font.load(document, boldFile);
      float size = (WIDTH - 2 * MARGIN) / printout.columns() / (float) ThermalFont.ADVANCE;
      float pitch = size * 1.25f;
      float height = (printout.lines().size() + 4) * pitch * 1.1f;
      PDPage page = new PDPage(new PDRectangle(WIDTH, height));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        float y = height - MARGIN;
        for (Printout.Line line : printout.lines()) {
          boolean tall =
              line.style() == Printout.Style.TALL || line.style() == Printout.Style.LARGE;
          y -= tall ? pitch * 1.5f : pitch;
          if (line.style() != Printout.Style.BARCODE && !line.text().isBlank()) {
            float wide = line.style() == Printout.Style.LARGE ? 2 : 1;
            content.beginText();
            content.setFont(line.style() == Printout.Style.NORMAL ? regular : bold, size);
            content.setTextMatrix(new Matrix(wide, 0, 0, tall ? 1.4f : 1, MARGIN, y));
            content.showText(line.text());
            content.endText();
          }
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
