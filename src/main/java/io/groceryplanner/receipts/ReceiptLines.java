package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Which lines an open receipt has: one read as two is joined, two read as one are split, one that
 * is none is deleted. What the lines come to changes by deleting alone.
 */
@Service
@TenantScoped
public class ReceiptLines {

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final ReceiptProgress progress;
  private final ChangeNotices notices;

  ReceiptLines(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      ReceiptProgress progress,
      ChangeNotices notices) {
    this.receipts = receipts;
    this.lines = lines;
    this.progress = progress;
    this.notices = notices;
  }

  /**
   * What a line also holds.
   *
   * @param quantity taken off the line's own where that has more; else, as with one piece, both
   *     have theirs
   * @param lineTotal taken off the line's own; more than nothing and less than all of it
   */
  public record Part(String description, BigDecimal quantity, BigDecimal lineTotal) {

    public Part {
      description = ItemName.inOneLine(description);
      quantity = KeptNumbers.quantity(quantity);
      lineTotal = KeptNumbers.money(lineTotal);
    }
  }

  /** Makes a line two; the new one stands behind the last. The discount stays with the first. */
  public CorrectResult split(HouseholdId household, ReceiptId id, int lineNo, Part part) {
    return split(household, id, lineNo, part, Optional.empty());
  }

  /**
   * Makes a line two, as above.
   *
   * @param request asked again with the same, answers the line that it made and splits none
   */
  public CorrectResult split(
      HouseholdId household, ReceiptId id, int lineNo, Part part, Optional<RequestKey> request) {
    var receipt = open(household, id);
    var made = request.flatMap(key -> lines.findMadeBy(household.value(), id.value(), key.value()));
    if (made.isPresent()) {
      return new CorrectResult.Corrected(made.get().asLine());
    }
    var found = find(household, id, lineNo);
    if (receipt.isEmpty() || found.isEmpty()) {
      return new CorrectResult.NotOpen();
    }
    var whole = found.get();
    var refused = refused(whole.asLine(), part);
    if (refused.isPresent()) {
      return refused.get();
    }
    var number = lines.lastNumber(household.value(), id.value()) + 1;
    var other =
        lines.save(whole.split(number, new ItemName(part.description()), part).madeBy(request));
    progress.match(household, receipt.get(), List.of(other));
    publish(household, id);
    return new CorrectResult.Corrected(other.asLine());
  }

  private static Optional<CorrectResult> refused(ReceiptLine whole, Part part) {
    if (part.description().isBlank()) {
      return refused("description", "description");
    }
    if (part.quantity().signum() <= 0) {
      return refused("quantity", "quantity");
    }
    if (KeptNumbers.isTooLarge(part.quantity())) {
      return refused("quantity", "quantityTooLarge");
    }
    boolean isPart =
        part.lineTotal().signum() == whole.lineTotal().signum()
            && part.lineTotal().abs().compareTo(whole.lineTotal().abs()) < 0;
    return isPart ? Optional.empty() : refused("lineTotal", "part");
  }

  private static Optional<CorrectResult> refused(String field, String reason) {
    return Optional.of(new CorrectResult.Refused(field, "receipts.refused." + reason));
  }

  /** Makes two lines the first of them; false when one is not there or the receipt not open. */
  public boolean join(HouseholdId household, ReceiptId id, int lineNo, int otherNo) {
    var receipt = open(household, id);
    var line = find(household, id, lineNo);
    var other = find(household, id, otherNo);
    if (receipt.isEmpty() || line.isEmpty() || other.isEmpty() || lineNo == otherNo) {
      return false;
    }
    line.get().take(other.get());
    other.get().remove(true);
    publish(household, id);
    return true;
  }

  /** Deletes a line; false when it is not there or the receipt not open. */
  public boolean remove(HouseholdId household, ReceiptId id, int lineNo) {
    return setRemoved(household, id, lineNo, true);
  }

  /** Brings a deleted line back; false when there is none or the receipt is not open. */
  public boolean restore(HouseholdId household, ReceiptId id, int lineNo) {
    return setRemoved(household, id, lineNo, false);
  }

  private boolean setRemoved(HouseholdId household, ReceiptId id, int lineNo, boolean removed) {
    var line =
        open(household, id)
            .flatMap(_ -> lines.findAny(household.value(), id.value(), lineNo))
            .filter(found -> found.isRemoved() != removed);
    line.ifPresent(found -> {
      found.remove(removed);
      publish(household, id);
    });
    return line.isPresent();
  }

  private Optional<ReceiptLineEntity> find(HouseholdId household, ReceiptId id, int lineNo) {
    return lines.find(household.value(), id.value(), lineNo);
  }

  /** Held before its lines are read, so that two devices don't divide the same line. */
  private Optional<ReceiptEntity> open(HouseholdId household, ReceiptId id) {
    return receipts
        .hold(household.value(), id.value())
        .filter(receipt -> receipt.stage() == Stage.READY_FOR_REVIEW);
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
