package io.groceryplanner.aiservice.receipts.pdf;

import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the words of a PDF's text layer with their places, in points. */
final class PdfWords extends PDFTextStripper {

  /** The words in rows, on a sheet of all pages one below the other. */
  record Layer(List<List<Word>> rows, int width, int height) {

    int words() {
      return rows.stream().mapToInt(List::size).sum();
    }
  }

  /** How far letters reach above and below the line they stand on, in heights of a small letter. */
  private static final double ASCENT = 1.4;

  private static final double DESCENT = 0.35;
  private static final double SAME_ROW = 0.35;

  private final List<Word> words = new ArrayList<>();
  private double top;

  private PdfWords() {
    setSortByPosition(true);
  }

  static Layer of(PDDocument document, int pages) throws IOException {
    PdfWords stripper = new PdfWords();
    double width = 1;
    for (int i = 0; i < pages; i++) {
      PDPage page = document.getPage(i);
      stripper.setStartPage(i + 1);
      stripper.setEndPage(i + 1);
      stripper.writeText(document, Writer.nullWriter());
      stripper.top += page.getCropBox().getHeight();
      width = Math.max(width, page.getCropBox().getWidth());
    }
    return new Layer(
        rows(stripper.words), (int) Math.ceil(width), (int) Math.ceil(Math.max(1, stripper.top)));
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    StringBuilder letters = new StringBuilder();
    Box box = null;
    for (TextPosition position : positions) {
      String letter = position.getUnicode();
      if (letter.isBlank()) {
        add(letters, box);
        letters.setLength(0);
        box = null;
        continue;
      }
      double baseline = top + position.getYDirAdj();
      double left = position.getXDirAdj();
      // PDFBox says half the height of the font, which is about that of a small letter.
      double height = Math.max(position.getHeightDir(), 1);
      Box at =
          new Box(
              left,
              baseline - ASCENT * height,
              left + position.getWidthDirAdj(),
              baseline + DESCENT * height);
      letters.append(letter);
      box = box == null ? at : box.and(at);
    }
    add(letters, box);
  }

  private void add(StringBuilder letters, @org.jspecify.annotations.Nullable Box box) {
    if (box != null && !letters.isEmpty()) {
      words.add(new Word(letters.toString(), box, 0.99));
    }
  }

  private static List<List<Word>> rows(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(w -> w.box().bottom()));
    List<List<Word>> rows = new ArrayList<>();
    for (Word word : sorted) {
      if (!rows.isEmpty()
          && word.box().bottom() - rows.getLast().getFirst().box().bottom()
              < SAME_ROW * Math.max(2, word.box().height())) {
        rows.getLast().add(word);
      } else {
        rows.add(new ArrayList<>(List.of(word)));
      }
    }
    rows.forEach(row -> row.sort(Comparator.comparingDouble(w -> w.box().left())));
    return rows;
  }
}
