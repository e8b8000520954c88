package io.groceryplanner.receipts.api;

import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Problems;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult.Refused;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Why a receipt is not changed, in the screen's words. */
@Component
class Refusals {

  private final Receipts receipts;
  private final CurrentHousehold current;
  private final Problems problems;
  private final Messages messages;

  Refusals(Receipts receipts, CurrentHousehold current, Problems problems, Messages messages) {
    this.receipts = receipts;
    this.current = current;
    this.problems = problems;
    this.messages = messages;
  }

  /** A value cannot be; the problem names its field. */
  ResponseEntity<ProblemDetail> refused(Refused refused, Locale locale) {
    return problems.answer(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "refused",
        messages.say(locale, refused.messageKey()),
        Map.of("field", refused.field()));
  }

  /** There is no such receipt, it is not open, or it has no such line. */
  ResponseEntity<ProblemDetail> notOpen(ReceiptId id, Locale locale) {
    var receipt = receipts.find(current.id(), id);
    if (receipt.isEmpty()) {
      return problems.answer(HttpStatus.NOT_FOUND, "not_found", locale, "receipts.rest.notFound");
    }
    return receipt.get().summary().stage() == Stage.READY_FOR_REVIEW
        ? problems.answer(
            HttpStatus.NOT_FOUND, "no_such_line", locale, "receipts.rest.lineNotFound")
        : problems.answer(HttpStatus.CONFLICT, "not_open", locale, "receipts.ui.not-open");
  }
}
