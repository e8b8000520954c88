package io.groceryplanner.receipts.api;

import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult.Refused;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lines of a receipt while it is open for review; as on the screen, and refused alike. */
@RestController
@RequestMapping("/api/v1/receipts/{id}/lines")
class ReceiptLinesController {

  private static final String REQUEST_KEY = "Idempotency-Key";

  private final Receipts receipts;
  private final ReceiptReview review;
  private final ReceiptLines lines;
  private final Items items;
  private final CurrentHousehold current;
  private final Refusals refusals;

  ReceiptLinesController(
      Receipts receipts,
      ReceiptReview review,
      ReceiptLines lines,
      Items items,
      CurrentHousehold current,
      Refusals refusals) {
    this.receipts = receipts;
    this.review = review;
    this.lines = lines;
    this.items = items;
    this.current = current;
    this.refusals = refusals;
  }

  @Operation(
      summary = "Corrects a line",
      description =
          """
          What is left out stays as it is; null clears the category, the place and the day. \
          An empty object says that the line is right as it was read. itemId takes an item of the \
          household with its name, category and place; a description that is no item's name \
          becomes a new item when the receipt is accepted. A discount may be written with its \
          minus or without.\
          """)
  @PatchMapping("/{lineNo}")
  ResponseEntity<?> correct(
      @PathVariable UUID id, @PathVariable int lineNo, @RequestBody LineSaid said, Locale locale) {
    return say(
        id,
        said,
        change -> review.correct(current.id(), new ReceiptId(id), lineNo, change),
        HttpStatus.OK,
        locale);
  }

  @Operation(
      summary = "Adds a line",
      description =
          """
          Under the next number. The fields are those of a correction; what is left out is one \
          piece that costs nothing and is for stock. The description or an itemId must be there. \
          A category, place and day that are left out are guessed. Asked again with the same \
          Idempotency-Key, answers the line as it is now and adds none.\
          """)
  @PostMapping
  ResponseEntity<?> add(
      @PathVariable UUID id,
      @RequestBody LineSaid said,
      @RequestHeader(name = REQUEST_KEY, required = false) @Nullable RequestKey request,
      Locale locale) {
    return say(
        id,
        said,
        change ->
            review.add(
                current.id(),
                new ReceiptId(id),
                change.apply(LineCorrection.empty()),
                Optional.ofNullable(request)),
        HttpStatus.CREATED,
        locale);
  }

  private ResponseEntity<?> say(
      UUID id,
      LineSaid said,
      Function<UnaryOperator<LineCorrection>, CorrectResult> deed,
      HttpStatus success,
      Locale locale) {
    var item =
        Optional.ofNullable(said.itemId)
            .flatMap(named -> items.find(current.id(), new ItemId(named)));
    if (said.itemId != null && item.isEmpty()) {
      return refusals.refused(new Refused("itemId", "receipts.rest.itemNotFound"), locale);
    }
    return answer(deed.apply(now -> said.onto(now, item)), id, success, locale);
  }

  private ResponseEntity<?> answer(
      CorrectResult result, UUID id, HttpStatus success, Locale locale) {
    return switch (result) {
      case CorrectResult.Corrected(var line) ->
          ResponseEntity.status(success).body(ReceiptBody.Line.of(line));
      case Refused refused -> refusals.refused(refused, locale);
      case CorrectResult.NotOpen() -> notOpen(id, locale);
    };
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

  @Operation(
      summary = "Makes a line two",
      description =
          """
          Answers the new one. Asked again with the same Idempotency-Key, answers the line that \
          was made, as it is now, and splits none.\
          """)
  @PostMapping("/{lineNo}/split")
  ResponseEntity<?> split(
      @PathVariable UUID id,
      @PathVariable int lineNo,
      @RequestBody Part part,
      @RequestHeader(name = REQUEST_KEY, required = false) @Nullable RequestKey request,
      Locale locale) {
    return answer(
        lines.split(
            current.id(), new ReceiptId(id), lineNo, part.said(), Optional.ofNullable(request)),
        id,
        HttpStatus.CREATED,
        locale);
  }

  /** Takes another line into this one; answers what it is then. */
  @PostMapping("/{lineNo}/join/{otherNo}")
  ResponseEntity<?> join(
      @PathVariable UUID id, @PathVariable int lineNo, @PathVariable int otherNo, Locale locale) {
    return lines.join(current.id(), new ReceiptId(id), lineNo, otherNo)
        ? line(id, lineNo, locale)
        : notOpen(id, locale);
  }

  /** Deletes a line; it can be restored as long as the receipt is open. */
  @DeleteMapping("/{lineNo}")
  ResponseEntity<?> remove(@PathVariable UUID id, @PathVariable int lineNo, Locale locale) {
    return lines.remove(current.id(), new ReceiptId(id), lineNo)
        ? ResponseEntity.noContent().build()
        : notOpen(id, locale);
  }

  @PostMapping("/{lineNo}/restore")
  ResponseEntity<?> restore(@PathVariable UUID id, @PathVariable int lineNo, Locale locale) {
    return lines.restore(current.id(), new ReceiptId(id), lineNo)
        ? line(id, lineNo, locale)
        : notOpen(id, locale);
  }

  private ResponseEntity<?> line(UUID id, int lineNo, Locale locale) {
    Optional<ReceiptLine> found =
        receipts.find(current.id(), new ReceiptId(id)).stream()
            .flatMap(receipt -> receipt.lines().stream())
            .filter(line -> line.lineNo() == lineNo)
            .findFirst();
    return found.isPresent()
        ? ResponseEntity.ok(ReceiptBody.Line.of(found.get()))
        : notOpen(id, locale);
  }

  private ResponseEntity<?> notOpen(UUID id, Locale locale) {
    return refusals.notOpen(new ReceiptId(id), locale);
  }
}
