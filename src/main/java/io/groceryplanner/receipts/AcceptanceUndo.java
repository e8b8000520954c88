package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Takes an acceptance back, for a day: what it put into the pantry and was not touched since leaves
 * again, prices are forgotten, the shop's texts mean what they meant before, and the receipt is
 * open for review. The one way back among the stages.
 */
@Service
@TenantScoped
public class AcceptanceUndo {

  /** How long an acceptance can be taken back. */
  static final Duration GRACE = Duration.ofDays(1);

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final AcceptedLines accepted;
  private final Stock stock;
  private final ChangeNotices notices;
  private final Clock clock;

  AcceptanceUndo(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      AcceptedLines accepted,
      Stock stock,
      ChangeNotices notices,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.accepted = accepted;
    this.stock = stock;
    this.notices = notices;
    this.clock = clock;
  }

  /** How taking back ended. */
  public sealed interface UndoResult {
    /**
     * @param entries how many stock entries left the pantry; taking back again takes none
     * @param stayed what was used or changed since and stays in the pantry, by name
     */
    record Undone(int entries, List<String> stayed) implements UndoResult {}

    record TooLate() implements UndoResult {}

    /** It is still on its way. */
    record NotReady() implements UndoResult {}

    record Unknown() implements UndoResult {}
  }

  /** Until when this acceptance can be taken back; nothing when it cannot be. */
  public Optional<Instant> until(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .filter(this::isInTime)
        .flatMap(ReceiptEntity::confirmedAt)
        .map(at -> at.plus(GRACE));
  }

  /** Takes the acceptance back, once, however often it is called. */
  public UndoResult undo(HouseholdId household, ReceiptId id) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      return new UndoResult.Unknown();
    }
    var receipt = held.get();
    if (receipt.stage() == Stage.READY_FOR_REVIEW) {
      return new UndoResult.Undone(0, List.of());
    }
    if (receipt.stage() != Stage.CONFIRMED) {
      return new UndoResult.NotReady();
    }
    if (!isInTime(receipt)) {
      return new UndoResult.TooLate();
    }
    var taken = stock.takeBack(household, accepted.deliveries(household, receipt));
    // A second reading must not give the number of what stays in the pantry to another line.
    lines.list(household.value(), id.value()).stream()
        .filter(line -> taken.stayed().containsKey(line.origin()))
        .forEach(ReceiptLineEntity::keep);
    accepted.forget(household, id);
    receipt.reopen(clock.instant());
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
    return new UndoResult.Undone(taken.entries(), taken.names());
  }

  private boolean isInTime(ReceiptEntity receipt) {
    return receipt.confirmedAt().filter(at -> clock.instant().isBefore(at.plus(GRACE))).isPresent();
  }
}
