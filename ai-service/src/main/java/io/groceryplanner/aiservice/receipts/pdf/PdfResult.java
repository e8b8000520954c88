package io.groceryplanner.aiservice.receipts.pdf;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.image.GreyImage;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.util.List;

/** What a PDF holds. Pages lie one below the other on a single sheet. */
public sealed interface PdfResult {

  /** Words as the PDF itself tells them. */
  record Text(List<List<Word>> rows, int width, int height, int pages) implements PdfResult {}

  /** Pages drawn as one picture, to be read like a photo. */
  record Drawn(GreyImage image, int pages) implements PdfResult {}

  /** A PDF that cannot be used, with a sentence for the person who sent it. */
  record Refused(ProblemCode code, String detail) implements PdfResult {}
}
