package io.groceryplanner.receipts.api;

import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Problems;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.receipts.AcceptanceUndo;
import io.groceryplanner.receipts.AcceptanceUndo.UndoResult;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptFailure;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptRemoval;
import io.groceryplanner.receipts.ReceiptRescan;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptReview.AcceptResult;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import io.groceryplanner.receipts.ReceiptReview.HeaderResult;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Receipts;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptsController {

  private final Receipts receipts;
  private final ReceiptReview review;
  private final AcceptanceUndo undo;
  private final ReceiptRemoval removal;
  private final ReceiptRescan rescan;
  private final CurrentHousehold current;
  private final Refusals refusals;
  private final Problems problems;
  private final Messages messages;

  ReceiptsController(
      Receipts receipts,
      ReceiptReview review,
      AcceptanceUndo undo,
      ReceiptRemoval removal,
      ReceiptRescan rescan,
      CurrentHousehold current,
      Refusals refusals,
      Problems problems,
      Messages messages) {
    this.receipts = receipts;
    this.review = review;
    this.undo = undo;
    this.removal = removal;
    this.rescan = rescan;
    this.current = current;
    this.refusals = refusals;
    this.problems = problems;
    this.messages = messages;
  }

  @GetMapping
  Slice<ReceiptBody.Summary> list(
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String cursor,
      Locale locale) {
    return receipts
        .list(current.id(), cursor, Slice.limit(limit))
        .map(summary -> ReceiptBody.Summary.of(summary, sentence(summary.failure(), locale)));
  }

  @GetMapping("/{id}")
  ResponseEntity<?> get(@PathVariable UUID id, Locale locale) {
    var found = receipts.find(current.id(), new ReceiptId(id));
    return found.isPresent() ? ResponseEntity.ok(body(found.get(), locale)) : notFound(locale);
  }

  @Operation(
      summary = "Corrects shop, date and total",
      description =
          "What is left out stays as it is; null says that it is not known. Days that are guessed"
              + " from the day of shopping move along with it.")
  @PatchMapping("/{id}")
  ResponseEntity<?> correct(@PathVariable UUID id, @RequestBody HeaderSaid said, Locale locale) {
    var receipt = new ReceiptId(id);
    return switch (review.correct(current.id(), receipt, said::onto)) {
      case HeaderResult.Corrected() ->
          ResponseEntity.ok(body(receipts.find(current.id(), receipt).orElseThrow(), locale));
      case CorrectResult.Refused refused -> refusals.refused(refused, locale);
      case CorrectResult.NotOpen() -> refusals.notOpen(receipt, locale);
    };
  }

  @PostMapping("/{id}/accept")
  ResponseEntity<?> accept(@PathVariable UUID id, Locale locale) {
    var receipt = new ReceiptId(id);
    return switch (review.accept(current.id(), receipt, current.userId())) {
      case AcceptResult.Accepted _ ->
          ResponseEntity.ok(body(receipts.find(current.id(), receipt).orElseThrow(), locale));
      case AcceptResult.NotReady _ ->
          problems.answer(HttpStatus.CONFLICT, "not_ready", locale, "receipts.rest.notReady");
      case AcceptResult.Unknown _ -> notFound(locale);
    };
  }

  /**
   * @param takenBack how many stock entries left the pantry
   * @param stayed what was used or changed since and stays, by name
   */
  record Undone(ReceiptBody receipt, int takenBack, List<String> stayed) {}

  /** Takes an acceptance back within a day; again changes nothing. */
  @PostMapping("/{id}/undo-accept")
  ResponseEntity<?> undoAccept(@PathVariable UUID id, Locale locale) {
    var receipt = new ReceiptId(id);
    return switch (undo.undo(current.id(), receipt)) {
      case UndoResult.Undone(var entries, var stayed) ->
          ResponseEntity.ok(
              new Undone(
                  body(receipts.find(current.id(), receipt).orElseThrow(), locale),
                  entries,
                  stayed));
      case UndoResult.TooLate() ->
          problems.answer(HttpStatus.CONFLICT, "too_late", locale, "receipts.rest.tooLateToUndo");
      case UndoResult.NotReady() ->
          problems.answer(HttpStatus.CONFLICT, "not_ready", locale, "receipts.rest.notReady");
      case UndoResult.Unknown() -> notFound(locale);
    };
  }

  @PostMapping("/{id}/retry")
  ResponseEntity<?> retry(@PathVariable UUID id, Locale locale) {
    var receipt = new ReceiptId(id);
    if (receipts.find(current.id(), receipt).isEmpty()) {
      return notFound(locale);
    }
    return review.retry(current.id(), receipt)
        ? ResponseEntity.accepted().body(status(receipt))
        : problems.answer(HttpStatus.CONFLICT, "not_failed", locale, "receipts.rest.notFailed");
  }

  @PostMapping("/retry-failed")
  ResponseEntity<?> retryFailed() {
    return ResponseEntity.accepted().body(Map.of("retried", review.retryAll(current.id())));
  }

  /** Opens it for review as it is, without waiting for the AI service. */
  @PostMapping("/{id}/enter-by-hand")
  ResponseEntity<?> enterByHand(@PathVariable UUID id, Locale locale) {
    return changed(
        id,
        review.enterByHand(current.id(), new ReceiptId(id)),
        "not_under_way",
        "receipts.rest.notUnderWay",
        locale);
  }

  /** Reads the photo again; what a person corrected stays unless replaced explicitly. */
  @PostMapping("/{id}/rescan")
  ResponseEntity<?> rescan(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "false") boolean replaceCorrections,
      Locale locale) {
    return changed(
        id,
        rescan.begin(current.id(), new ReceiptId(id), replaceCorrections),
        "not_ready",
        "receipts.rest.notReady",
        locale);
  }

  private ResponseEntity<?> changed(
      UUID id, boolean isDone, String code, String messageKey, Locale locale) {
    if (isDone) {
      return ResponseEntity.accepted().body(status(new ReceiptId(id)));
    }
    return receipts.find(current.id(), new ReceiptId(id)).isEmpty()
        ? notFound(locale)
        : problems.answer(HttpStatus.CONFLICT, code, locale, messageKey);
  }

  @PostMapping("/{id}/keep-both")
  ResponseEntity<?> keepBoth(@PathVariable UUID id, Locale locale) {
    return review.keepBoth(current.id(), new ReceiptId(id))
        ? ResponseEntity.noContent().build()
        : notFound(locale);
  }

  /** Removes it at whatever stage it is; for a day it can be restored. */
  @DeleteMapping("/{id}")
  ResponseEntity<?> remove(@PathVariable UUID id, Locale locale) {
    return removal.remove(current.id(), new ReceiptId(id))
        ? ResponseEntity.noContent().build()
        : notFound(locale);
  }

  @PostMapping("/{id}/restore")
  ResponseEntity<?> restore(@PathVariable UUID id, Locale locale) {
    var receipt = new ReceiptId(id);
    return removal.restore(current.id(), receipt)
        ? ResponseEntity.ok(status(receipt))
        : notFound(locale);
  }

  private ReceiptBody.Status status(ReceiptId id) {
    return ReceiptBody.Status.of(receipts.find(current.id(), id).orElseThrow().summary());
  }

  private ReceiptBody body(Receipt receipt, Locale locale) {
    return ReceiptBody.of(
        receipt,
        sentence(receipt.summary().failure(), locale),
        receipts.findPossibleDuplicate(current.id(), receipt.summary()).map(ReceiptSummary::id));
  }

  private @Nullable String sentence(Optional<String> failure, Locale locale) {
    return failure.map(code -> messages.say(locale, ReceiptFailure.messageKey(code))).orElse(null);
  }

  private ResponseEntity<?> notFound(Locale locale) {
    return problems.answer(HttpStatus.NOT_FOUND, "not_found", locale, "receipts.rest.notFound");
  }
}
