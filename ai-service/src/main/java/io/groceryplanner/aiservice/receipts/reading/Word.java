package io.groceryplanner.aiservice.receipts.reading;

import io.groceryplanner.aiservice.receipts.image.Prepared;

/** A word as read: where it stands, and how sure (0 to 1) the reading is. */
public record Word(String text, Box box, double confidence) {

  Word onPage(Prepared prepared) {
    double scale = prepared.scale();
    return new Word(
        text,
        new Box(
            prepared.left() + box.left() / scale,
            prepared.top() + box.top() / scale,
            prepared.left() + box.right() / scale,
            prepared.top() + box.bottom() / scale),
        confidence);
  }
}
