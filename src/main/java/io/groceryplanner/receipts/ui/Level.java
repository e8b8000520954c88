package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.ui.ConfidenceMark;
import io.groceryplanner.receipts.MatchSource;
import io.groceryplanner.receipts.ReceiptLine;

/** How sure a line was read, as people see it; what a person said is sure. */
final class Level {

  private static final double SURE = 0.80;
  private static final double LOOK = 0.50;

  private Level() {}

  static ConfidenceMark.Level of(ReceiptLine line) {
    if (line.corrected() || line.confidence() >= SURE) {
      return ConfidenceMark.Level.SURE;
    }
    return line.confidence() >= LOOK ? ConfidenceMark.Level.LOOK : ConfidenceMark.Level.UNREAD;
  }

  static boolean isWorthALook(ReceiptLine line) {
    return of(line) != ConfidenceMark.Level.SURE || isAGuess(line);
  }

  /** Whether it was taken for an item whose name is another. */
  private static boolean isAGuess(ReceiptLine line) {
    return !line.corrected()
        && line.stocked()
        && line.matchSource()
            .filter(source -> source == MatchSource.SIMILAR || source == MatchSource.MEANING)
            .isPresent();
  }
}
