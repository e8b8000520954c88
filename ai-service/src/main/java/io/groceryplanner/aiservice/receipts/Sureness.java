package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.receipts.reading.Word;
import java.util.List;

/**
 * How well a picture was read.
 *
 * @param words how many words were surely read
 * @param share which part of all words that is
 */
record Sureness(long words, double share) {

  static Sureness of(List<List<Word>> rows) {
    List<Word> longer =
        rows.stream().flatMap(List::stream).filter(word -> word.text().length() > 2).toList();
    long sure = longer.stream().filter(word -> word.confidence() > 0.7).count();
    return new Sureness(sure, longer.isEmpty() ? 0 : (double) sure / longer.size());
  }

  /** So few that the picture may stand on its head. */
  boolean isPoor() {
    return share < 0.45;
  }

  boolean isFarAbove(Sureness other) {
    return words >= ReceiptExtraction.FEWEST_WORDS && share > other.share + 0.2;
  }
}
