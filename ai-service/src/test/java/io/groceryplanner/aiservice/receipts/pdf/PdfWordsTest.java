package io.groceryplanner.aiservice.receipts.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the words of a PDF's text stand. */
class PdfWordsTest {

  private static final float SIZE = 20;
  private static final float HEIGHT = 300;
  private static final float BASELINE = 100;

  /**
   * "Apg" reaches from the top of a capital to the tail of a g; a row further down does not touch
   * it.
   */
  @ParameterizedTest
  @EnumSource(names = {"COURIER", "HELVETICA", "TIMES_ROMAN"})
  void aBoxHoldsItsLettersAndNoOtherRow(FontName font) throws IOException {
    List<List<Word>> rows;
    try (var document = Loader.loadPDF(pdf(font))) {
      rows = PdfWords.of(document, 1).rows();
    }

    assertThat(rows).hasSize(2);
    Box box = rows.getFirst().getFirst().box();
    assertThat(box.top()).isLessThanOrEqualTo(BASELINE - 0.55 * SIZE);
    assertThat(box.bottom()).isGreaterThanOrEqualTo(BASELINE + 0.12 * SIZE);
    assertThat(box.bottom()).isLessThan(rows.getLast().getFirst().box().top());
    assertThat(box.height()).isLessThan(1.1 * SIZE);
  }

  private static byte[] pdf(FontName font) throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage(new PDRectangle(400, HEIGHT));
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(font), SIZE);
        content.beginText();
        content.newLineAtOffset(20, HEIGHT - BASELINE);
        content.showText("Apg 2.98 Lemons 3.40 Bread 1.20");
        content.newLineAtOffset(0, -1.2f * SIZE);
        content.showText("Total 7.58 and thank you");
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
