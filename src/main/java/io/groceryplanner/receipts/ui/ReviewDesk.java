package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.UI;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.LineMatching;
import io.groceryplanner.receipts.ReceiptHeader;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines;
import io.groceryplanner.receipts.ReceiptLines.Part;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import io.groceryplanner.receipts.ReceiptReview.HeaderResult;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Carries out what a person corrects on the receipt that is shown, its lines above all. */
class ReviewDesk implements LineDesk {

  private final ReceiptReview review;
  private final ReceiptLines lines;
  private final LineMatching matching;
  private final HouseholdId household;
  private final Supplier<ReceiptId> shown;
  private final Runnable readAgain;
  private final IntConsumer looksAt;
  private final IntFunction<FormDraft> splitDrafts;

  /**
   * @param shown the receipt on the screen
   * @param readAgain shows it as it is now
   * @param looksAt lights a line up on the picture
   * @param splitDrafts what is being typed of a line's split, by its number
   */
  ReviewDesk(
      ReceiptReview review,
      ReceiptLines lines,
      LineMatching matching,
      HouseholdId household,
      Supplier<ReceiptId> shown,
      Runnable readAgain,
      IntConsumer looksAt,
      IntFunction<FormDraft> splitDrafts) {
    this.review = review;
    this.lines = lines;
    this.matching = matching;
    this.household = household;
    this.shown = shown;
    this.readAgain = readAgain;
    this.looksAt = looksAt;
    this.splitDrafts = splitDrafts;
  }

  void notOpenAnyMore() {
    Toast.problem(UI.getCurrent().getTranslation("receipts.ui.not-open"));
    readAgain.run();
  }

  @Override
  public CorrectResult correct(int lineNo, LineCorrection said) {
    var result = review.correct(household, shown.get(), lineNo, said);
    switch (result) {
      case CorrectResult.Corrected _ -> readAgain.run();
      case CorrectResult.Refused _ -> {}
      case CorrectResult.NotOpen() -> notOpenAnyMore();
    }
    return result;
  }

  /** Takes shop, date and total as a person says. */
  HeaderResult correct(ReceiptHeader said) {
    var result = review.correct(household, shown.get(), said);
    switch (result) {
      case HeaderResult.Corrected() -> readAgain.run();
      case CorrectResult.Refused _ -> {}
      case CorrectResult.NotOpen() -> notOpenAnyMore();
    }
    return result;
  }

  @Override
  public CorrectResult add(LineCorrection said) {
    var result = review.add(household, shown.get(), said);
    if (result instanceof CorrectResult.NotOpen) {
      notOpenAnyMore();
    }
    return result;
  }

  @Override
  public CorrectResult split(ReceiptLine line, Part part) {
    var result = lines.split(household, shown.get(), line.lineNo(), part);
    switch (result) {
      case CorrectResult.Corrected _ -> readAgain.run();
      case CorrectResult.Refused _ -> {}
      case CorrectResult.NotOpen() -> notOpenAnyMore();
    }
    return result;
  }

  @Override
  public FormDraft splitDraft(ReceiptLine line) {
    return splitDrafts.apply(line.lineNo());
  }

  @Override
  public void join(ReceiptLine line, ReceiptLine other) {
    var id = shown.get();
    if (!lines.join(household, id, line.lineNo(), other.lineNo())) {
      notOpenAnyMore();
      return;
    }
    readAgain.run();
    say(
        "receipts.ui.joined",
        other,
        () -> {
          if (lines.restore(household, id, other.lineNo())) {
            review.correct(household, id, line.lineNo(), LineCorrection.of(line));
          }
        });
  }

  @Override
  public void remove(ReceiptLine line) {
    var id = shown.get();
    if (!lines.remove(household, id, line.lineNo())) {
      notOpenAnyMore();
      return;
    }
    readAgain.run();
    say("receipts.ui.line-removed", line, () -> lines.restore(household, id, line.lineNo()));
  }

  private void say(String key, ReceiptLine line, Runnable undo) {
    Toast.show(
        UI.getCurrent().getTranslation(key, line.description()),
        () -> {
          undo.run();
          readAgain.run();
        });
  }

  @Override
  public Offers offers(ReceiptLine line) {
    var found = matching.alternatives(household, shown.get());
    return new Offers(
        found.byLine().getOrDefault(line.lineNo(), List.of()),
        Optional.ofNullable(found.ownNames().get(line.lineNo())));
  }

  @Override
  public void changed() {
    readAgain.run();
  }

  @Override
  public void looksAt(int lineNo) {
    looksAt.accept(lineNo);
  }
}
