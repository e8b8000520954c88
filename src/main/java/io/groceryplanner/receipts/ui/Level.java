package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.ui.ConfidenceMark;
import io.groceryplanner.receipts.ReceiptLine;

/** How sure a line was read, as people see it. */
final class Level {

  private static final double SURE = 0.80;
  private static final double LOOK = 0.50;

  private Level() {}

  static ConfidenceMark.Level of(ReceiptLine line) {
    if (line.confidence() >= SURE) {
      return ConfidenceMark.Level.SURE;
    }
    return line.confidence() >= LOOK ? ConfidenceMark.Level.LOOK : ConfidenceMark.Level.UNREAD;
  }

  static boolean isWorthALook(ReceiptLine line) {
    return of(line) != ConfidenceMark.Level.SURE;
  }
}
