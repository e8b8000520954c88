package io.groceryplanner.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class TextSheetTest {

  private static final String RECEIPT =
      "Grüner Korb\n\nHafermilch\t1,95 €\nBrötchen 6 x 0,35   2,10\nSumme 4,05 €\n";

  @Test
  void everyWordStandsOnThePageAsItWasPasted() throws IOException {
    try (var document = Loader.loadPDF(TextSheet.of(RECEIPT))) {
      var words = new PDFTextStripper().getText(document);

      assertThat(words.split("\\s+")).containsExactly(RECEIPT.strip().split("\\s+"));
    }
  }

  @Test
  void theSameTextMakesTheSameBytesSoThatItIsKnownAgain() {
    assertThat(TextSheet.of(RECEIPT)).isEqualTo(TextSheet.of(RECEIPT));
    assertThat(TextSheet.of(RECEIPT)).isNotEqualTo(TextSheet.of(RECEIPT + "Danke\n"));
  }

  @Test
  void lettersTheFontDoesNotHaveAreLeftOut() throws IOException {
    try (var document = Loader.loadPDF(TextSheet.of("Kaffee \u2615 3,20\u0007 \ud83d\ude00"))) {
      assertThat(new PDFTextStripper().getText(document).split("\\s+"))
          .containsExactly("Kaffee", "3,20");
    }
  }

  @Test
  void itIsAFileLikeAnyOther() {
    assertThat(new ReceiptFiles().check(TextSheet.of(RECEIPT))).isInstanceOf(FileCheck.Fine.class);
  }
}
