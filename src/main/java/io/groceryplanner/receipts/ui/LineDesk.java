package io.groceryplanner.receipts.ui;

import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.LineMatching.Alternative;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines.Part;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.util.List;
import java.util.Optional;

/** What the list of lines needs of the screen it stands on. */
interface LineDesk {

  /**
   * What else a line may be.
   *
   * @param ownName what it would be called as a new item, where it is a known one now
   */
  record Offers(List<Alternative> items, Optional<String> ownName) {}

  CorrectResult correct(int lineNo, LineCorrection said);

  /** Adds a line that was not read. */
  CorrectResult add(LineCorrection said);

  CorrectResult split(ReceiptLine line, Part part);

  /** What is being typed of the split of a line. */
  FormDraft splitDraft(ReceiptLine line);

  /** Makes both the first of them, and offers to take that back. */
  void join(ReceiptLine line, ReceiptLine other);

  /** Deletes a line, and offers to take that back. */
  void remove(ReceiptLine line);

  Offers offers(ReceiptLine line);

  /** A line was added; the screen reads again. */
  void changed();

  /** A line was opened; its place on the picture should light up. */
  void looksAt(int lineNo);
}
