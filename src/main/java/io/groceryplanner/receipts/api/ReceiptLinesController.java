package io.groceryplanner.receipts.api;

import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Problems;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which lines a receipt has while it is open for review; as on the screen, and refused alike. */
@RestController
@RequestMapping("/api/v1/receipts/{id}/lines/{lineNo}")
class ReceiptLinesController {

  private final Receipts receipts;
  private final ReceiptLines lines;
  private final CurrentHousehold current;
  private final Problems problems;
  private final Messages messages;

  ReceiptLinesController(
      Receipts receipts,
      ReceiptLines lines,
      CurrentHousehold current,
      Problems problems,
      Messages messages) {
    this.receipts = receipts;
    this.lines = lines;
    this.current = current;
    this.problems = problems;
    this.messages = messages;
  }

  /**
   * What the line also holds; what is left out is refused by its name.
   *
   * @param lineTotal taken off the line's own
   */
  record Part(
      @Nullable String description, @Nullable BigDecimal quantity, @Nullable BigDecimal lineTotal) {

    ReceiptLines.Part said() {
      return new ReceiptLines.Part(
          description == null ? "" : description,
          quantity == null ? BigDecimal.ZERO : quantity,
          lineTotal == null ? BigDecimal.ZERO : lineTotal);
    }
  }

  /** Makes a line two; answers the new one. */
  @PostMapping("/split")
  ResponseEntity<?> split(
      @PathVariable UUID id, @PathVariable int lineNo, @RequestBody Part part, Locale locale) {
    return switch (lines.split(current.id(), new ReceiptId(id), lineNo, part.said())) {
      case CorrectResult.Corrected(var made) ->
          ResponseEntity.status(HttpStatus.CREATED).body(ReceiptBody.Line.of(made));
      case CorrectResult.Refused(var field, var messageKey) ->
          problems.answer(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "refused",
              messages.say(locale, messageKey),
              Map.of("field", field));
      case CorrectResult.NotOpen() -> notOpen(id, locale);
    };
  }

  /** Takes another line into this one; answers what it is then. */
  @PostMapping("/join/{otherNo}")
  ResponseEntity<?> join(
      @PathVariable UUID id, @PathVariable int lineNo, @PathVariable int otherNo, Locale locale) {
    return lines.join(current.id(), new ReceiptId(id), lineNo, otherNo)
        ? line(id, lineNo, locale)
        : notOpen(id, locale);
  }

  /** Deletes a line; it can be restored as long as the receipt is open. */
  @DeleteMapping
  ResponseEntity<?> remove(@PathVariable UUID id, @PathVariable int lineNo, Locale locale) {
    return lines.remove(current.id(), new ReceiptId(id), lineNo)
        ? ResponseEntity.noContent().build()
        : notOpen(id, locale);
  }

  @PostMapping("/restore")
  ResponseEntity<?> restore(@PathVariable UUID id, @PathVariable int lineNo, Locale locale) {
    return lines.restore(current.id(), new ReceiptId(id), lineNo)
        ? line(id, lineNo, locale)
        : notOpen(id, locale);
  }

  private ResponseEntity<?> line(UUID id, int lineNo, Locale locale) {
    Optional<ReceiptLine> found =
        find(id).stream()
            .flatMap(receipt -> receipt.lines().stream())
            .filter(line -> line.lineNo() == lineNo)
            .findFirst();
    return found.isPresent()
        ? ResponseEntity.ok(ReceiptBody.Line.of(found.get()))
        : notOpen(id, locale);
  }

  /** There is no such receipt, it is not open, or it has no such line. */
  private ResponseEntity<?> notOpen(UUID id, Locale locale) {
    var receipt = find(id);
    if (receipt.isEmpty()) {
      return problems.answer(HttpStatus.NOT_FOUND, "not_found", locale, "receipts.rest.notFound");
    }
    return receipt.get().summary().stage() == Stage.READY_FOR_REVIEW
        ? problems.answer(
            HttpStatus.NOT_FOUND, "no_such_line", locale, "receipts.rest.lineNotFound")
        : problems.answer(HttpStatus.CONFLICT, "not_open", locale, "receipts.ui.not-open");
  }

  private Optional<Receipt> find(UUID id) {
    return receipts.find(current.id(), new ReceiptId(id));
  }
}
