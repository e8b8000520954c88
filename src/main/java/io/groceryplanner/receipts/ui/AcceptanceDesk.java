package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.UI;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.household.Household;
import io.groceryplanner.receipts.AcceptanceUndo;
import io.groceryplanner.receipts.AcceptanceUndo.UndoResult;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptReview.AcceptResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Accepts the receipt that is shown, and takes that back as long as it can be. */
class AcceptanceDesk {

  private final ReceiptReview review;
  private final AcceptanceUndo undo;
  private final Household household;
  private final UserId user;
  private final Supplier<ReceiptId> shown;
  private final LocalDate today;

  AcceptanceDesk(
      ReceiptReview review,
      AcceptanceUndo undo,
      Household household,
      UserId user,
      Supplier<ReceiptId> shown,
      LocalDate today) {
    this.review = review;
    this.undo = undo;
    this.household = household;
    this.user = user;
    this.shown = shown;
    this.today = today;
  }

  /** False when the receipt is not open any more. */
  boolean accept() {
    return switch (review.accept(household.id(), shown.get(), user)) {
      case AcceptResult.Accepted(var entries) -> {
        Toast.show(say("receipts.ui.accepted", entries));
        yield true;
      }
      case AcceptResult.NotReady _, AcceptResult.Unknown _ -> false;
    };
  }

  /** In words, until when it can be taken back; nothing when it cannot be. */
  Optional<String> until(ReceiptId id) {
    return undo.until(household.id(), id).map(at -> inWords(at, UI.getCurrent().getLocale()));
  }

  /** A day and a time, as people say it where the household lives. */
  private String inWords(Instant at, Locale locale) {
    var there = at.atZone(household.timeZone());
    return say(
        "receipts.ui.day-and-time",
        ReceiptText.day(there.toLocalDate(), today, locale),
        ReceiptText.time(there, locale));
  }

  void undo() {
    switch (undo.undo(household.id(), shown.get())) {
      case UndoResult.Undone(var entries, var stayed) ->
          Toast.show(
              stayed.isEmpty()
                  ? say("receipts.ui.undone", entries)
                  : say("receipts.ui.undone-but", entries, String.join(", ", stayed)));
      case UndoResult.TooLate() -> Toast.problem(say("receipts.rest.tooLateToUndo"));
      case UndoResult.NotReady(), UndoResult.Unknown() -> {}
    }
  }

  private static String say(String key, Object... values) {
    return UI.getCurrent().getTranslation(key, values);
  }
}
