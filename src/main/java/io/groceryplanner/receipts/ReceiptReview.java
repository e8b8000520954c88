package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult.NotOpen;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** A person looks at what was read, corrects it, and accepts it into the pantry. */
@Service
@TenantScoped
public class ReceiptReview {

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final ReceiptProgress progress;
  private final CorrectionCheck check;
  private final SamePurchases samePurchases;
  private final ReceiptQueue queue;
  private final Stock stock;
  private final Items items;
  private final AcceptedLines accepted;
  private final ChangeNotices notices;
  private final Clock clock;

  ReceiptReview(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      ReceiptProgress progress,
      CorrectionCheck check,
      SamePurchases samePurchases,
      ReceiptQueue queue,
      Stock stock,
      Items items,
      AcceptedLines accepted,
      ChangeNotices notices,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.progress = progress;
    this.check = check;
    this.samePurchases = samePurchases;
    this.queue = queue;
    this.stock = stock;
    this.items = items;
    this.accepted = accepted;
    this.notices = notices;
    this.clock = clock;
  }

  /** How the correction of a line ended. */
  public sealed interface CorrectResult {
    record Corrected(ReceiptLine line) implements CorrectResult {}

    /** A value cannot be; {@code messageKey} says why in the words of {@code messages/receipts}. */
    record Refused(String field, String messageKey) implements CorrectResult, HeaderResult {}

    /** There is no such receipt or line, or it cannot be changed any more. */
    record NotOpen() implements CorrectResult, HeaderResult {}
  }

  /** How the correction of shop, date and total ended. */
  public sealed interface HeaderResult permits HeaderResult.Corrected, Refused, NotOpen {
    record Corrected() implements HeaderResult {}
  }

  /**
   * Takes what a person says about a line; kept at once, so that it can go on on another device.
   */
  public CorrectResult correct(
      HouseholdId household, ReceiptId id, int lineNo, LineCorrection said) {
    return correct(household, id, lineNo, _ -> said);
  }

  /**
   * Takes what is to be different about a line.
   *
   * @param change made of what the line is now, while nobody else can change it
   */
  public CorrectResult correct(
      HouseholdId household, ReceiptId id, int lineNo, UnaryOperator<LineCorrection> change) {
    var isOpen = open(household, id).isPresent();
    var line = lines.find(household.value(), id.value(), lineNo);
    if (!isOpen || line.isEmpty()) {
      return new NotOpen();
    }
    var said = change.apply(LineCorrection.of(line.get().asLine()));
    var refused = check.refused(household, said);
    if (refused.isPresent()) {
      return refused.get();
    }
    line.get().correct(said);
    nameItem(household, line.get());
    publish(household, id);
    return new CorrectResult.Corrected(line.get().asLine());
  }

  /** A name that is an item's says which item it is. */
  private void nameItem(HouseholdId household, ReceiptLineEntity line) {
    if (line.isItem() && line.item().isEmpty()) {
      Optional.ofNullable(items.findAll(household, List.of(line.name())).get(line.name().key()))
          .ifPresent(item -> line.became(item.id()));
    }
  }

  /** Adds a line that a person writes, under the next number. */
  public CorrectResult add(HouseholdId household, ReceiptId id, LineCorrection said) {
    return add(household, id, said, Optional.empty());
  }

  /**
   * Adds a line, under the next number.
   *
   * @param request asked again with the same, answers the line that it made and adds none
   */
  public CorrectResult add(
      HouseholdId household, ReceiptId id, LineCorrection said, Optional<RequestKey> request) {
    var receipt = open(household, id);
    var made = request.flatMap(key -> lines.findMadeBy(household.value(), id.value(), key.value()));
    if (made.isPresent()) {
      return new CorrectResult.Corrected(made.get().asLine());
    }
    if (receipt.isEmpty()) {
      return new NotOpen();
    }
    var refused = check.refused(household, said);
    if (refused.isPresent()) {
      return refused.get();
    }
    var number = lines.lastNumber(household.value(), id.value()) + 1;
    var line = lines.save(ReceiptLineEntity.written(household, id, number, said).madeBy(request));
    progress.match(household, receipt.get(), List.of(line));
    // Finds a category, if nobody chose one and ai-service is there.
    queue.scheduleNext(household, id, receipt.get().stage());
    publish(household, id);
    return new CorrectResult.Corrected(line.asLine());
  }

  /** Takes shop, date and total as a person says. */
  public HeaderResult correct(HouseholdId household, ReceiptId id, ReceiptHeader said) {
    return correct(household, id, _ -> said);
  }

  /**
   * Takes what is to be different about shop, date and total.
   *
   * @param change made of what they are now, while nobody else can change them
   */
  public HeaderResult correct(
      HouseholdId household, ReceiptId id, UnaryOperator<ReceiptHeader> change) {
    var receipt = open(household, id);
    if (receipt.isEmpty()) {
      return new NotOpen();
    }
    var said = change.apply(receipt.get().header());
    var refused = check.refused(said);
    if (refused.isPresent()) {
      return refused.get();
    }
    var before = receipt.get().purchasedOn();
    receipt.get().correct(said, clock.instant());
    var all = lines.list(household.value(), id.value());
    countKeepingFrom(household, receipt.get(), before, all);
    samePurchases.note(household, receipt.get(), all);
    publish(household, id);
    return new HeaderResult.Corrected();
  }

  /**
   * Held before its lines are read, so that of two who write the second sees what the first did.
   */
  private Optional<ReceiptEntity> open(HouseholdId household, ReceiptId id) {
    return receipts
        .hold(household.value(), id.value())
        .filter(receipt -> receipt.stage() == Stage.READY_FOR_REVIEW);
  }

  /** How long things keep counts from the day they were bought; what a person said stays. */
  private void countKeepingFrom(
      HouseholdId household,
      ReceiptEntity receipt,
      Optional<LocalDate> before,
      List<ReceiptLineEntity> all) {
    var bought = receipt.purchasedOn();
    if (before.isPresent() && bought.isPresent()) {
      all.forEach(line -> line.moveUseBy(before.get(), bought.get()));
    } else if (bought.isPresent()) {
      progress.match(household, receipt, all.stream().filter(line -> !line.isCorrected()).toList());
    }
  }

  /** How accepting ended. */
  public sealed interface AcceptResult {
    /**
     * @param entries how many stock entries came of it; accepting again adds none
     */
    record Accepted(int entries) implements AcceptResult {}

    record NotReady(Stage stage) implements AcceptResult {}

    record Unknown() implements AcceptResult {}
  }

  /** Puts the stocked lines into the pantry, once, however often it is called. */
  public AcceptResult accept(HouseholdId household, ReceiptId id, UserId by) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      return new AcceptResult.Unknown();
    }
    var receipt = held.get();
    if (receipt.stage() == Stage.CONFIRMED) {
      return new AcceptResult.Accepted(0);
    }
    if (receipt.stage() != Stage.READY_FOR_REVIEW) {
      return new AcceptResult.NotReady(receipt.stage());
    }
    int entries = stock.receive(household, accepted.deliveries(household, receipt));
    var stocked =
        lines.list(household.value(), id.value()).stream()
            .filter(ReceiptLineEntity::isStocked)
            .toList();
    var known = items.findAll(household, stocked.stream().map(ReceiptLineEntity::name).toList());
    for (var line : stocked) {
      var item = known.get(line.name().key());
      if (item != null) {
        line.became(item.id());
      }
    }
    accepted.keep(household, receipt);
    receipt.confirm(by, clock.instant());
    publish(household, id);
    return new AcceptResult.Accepted(entries);
  }

  /** Says that this is another purchase than it looks like; false when there is no receipt. */
  public boolean keepBoth(HouseholdId household, ReceiptId id) {
    var receipt = receipts.hold(household.value(), id.value());
    receipt.ifPresent(kept -> {
      kept.keepBeside(clock.instant());
      publish(household, id);
    });
    return receipt.isPresent();
  }

  /** Puts a failed receipt on its way again; false when it did not fail. */
  public boolean retry(HouseholdId household, ReceiptId id) {
    return progress.tryAgain(household, id);
  }

  /** Puts every failed receipt on its way again, and says how many there were. */
  public int retryAll(HouseholdId household) {
    return progress.tryAllAgain(household);
  }

  /**
   * Opens a receipt for review without waiting for the AI service, for a person to enter its lines;
   * a later reading changes nothing. False when it is not under way.
   */
  public boolean enterByHand(HouseholdId household, ReceiptId id) {
    return progress.openByHand(household, id);
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
