package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.Households;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.storage.FileKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactions of the pipeline. Each holds the receipt, checks that the stage before is reached
 * and this one is not, writes, advances the stage and schedules the next step, all or nothing; so a
 * step that runs twice does its work once, and one whose receipt was removed does nothing.
 */
@Service
@TenantScoped
class ReceiptProgress {

  private static final Logger log = LoggerFactory.getLogger(ReceiptProgress.class);

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final LineMatching matching;
  private final LineGuesses guesses;
  private final SamePurchases samePurchases;
  private final Households households;
  private final ReceiptQueue queue;
  private final ReceiptMetrics metrics;
  private final ChangeNotices notices;
  private final JsonMapper json;
  private final Clock clock;

  ReceiptProgress(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      LineMatching matching,
      LineGuesses guesses,
      SamePurchases samePurchases,
      Households households,
      ReceiptQueue queue,
      ReceiptMetrics metrics,
      ChangeNotices notices,
      JsonMapper json,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.matching = matching;
    this.guesses = guesses;
    this.samePurchases = samePurchases;
    this.households = households;
    this.queue = queue;
    this.metrics = metrics;
    this.notices = notices;
    this.json = json;
    this.clock = clock;
  }

  /** What extraction needs to know. */
  record ToExtract(FileKey original, String mediaType, String currency) {}

  /** What to extract, if this receipt still waits for it. */
  public Optional<ToExtract> findToExtract(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .filter(receipt -> receipt.stage() == Stage.PENDING)
        .map(receipt ->
            new ToExtract(
                receipt.upload().original(),
                receipt.upload().mediaType(),
                households.get(household).currency().getCurrencyCode()));
  }

  public void keepExtraction(HouseholdId household, ReceiptId id, ReceiptExtraction extraction) {
    advance(
        household,
        id,
        Stage.PENDING,
        receipt -> receipt.read(extraction, json.writeValueAsString(extraction)));
  }

  /** Makes line items of the kept extraction. */
  public void createLines(HouseholdId household, ReceiptId id) {
    advance(
        household,
        id,
        Stage.EXTRACTED,
        receipt -> {
          var extraction =
              json.readValue(receipt.extraction().orElseThrow(), ReceiptExtraction.class);
          for (var line : extraction.lines()) {
            lines.save(new ReceiptLineEntity(household, id, line));
          }
        });
  }

  /** Finds the household's own item for each line, and makes first guesses for the rest. */
  public void matchLines(HouseholdId household, ReceiptId id) {
    advance(
        household,
        id,
        Stage.ITEMS_CREATED,
        receipt -> {
          var all = lines.list(household.value(), id.value());
          match(household, receipt, all);
          samePurchases.note(household, receipt, all);
        });
  }

  /** Finds the household's own item for each of these lines, its place and how long it keeps. */
  void match(HouseholdId household, ReceiptEntity receipt, List<ReceiptLineEntity> lines) {
    var bought = lines.stream().filter(ReceiptLineEntity::isItem).toList();
    guesses.fill(household, receipt, bought, matching.match(household, receipt, bought));
  }

  /** Says that the receipt waits for ai-service. */
  public void await(HouseholdId household, ReceiptId id) {
    receipts
        .hold(household.value(), id.value())
        .filter(
            receipt -> receipt.stage().isUnderWay() && receipt.condition() != Condition.AWAITING_AI)
        .ifPresent(receipt -> {
          receipt.await(clock.instant());
          publish(household, id);
        });
  }

  /** Ends the receipt's way for now; a person may try again. */
  public void fail(HouseholdId household, ReceiptId id, String code) {
    receipts
        .hold(household.value(), id.value())
        .filter(receipt -> receipt.stage().isUnderWay())
        .ifPresent(receipt -> {
          receipt.fail(code, clock.instant());
          metrics.failed(receipt.upload().uploadedAt());
          log.info("Receipt {} of household {} failed: {}", id, household, code);
          publish(household, id);
        });
  }

  /** Puts a failed receipt on its way again; false when it did not fail. */
  public boolean tryAgain(HouseholdId household, ReceiptId id) {
    var receipt = receipts.hold(household.value(), id.value());
    if (receipt.isEmpty() || receipt.get().condition() != Condition.FAILED) {
      return false;
    }
    receipt.get().tryAgain(clock.instant());
    queue.scheduleNext(household, id, receipt.get().stage());
    if (receipt.get().upload().shown().isEmpty()) {
      queue.schedulePicture(household, id);
    }
    publish(household, id);
    return true;
  }

  /** Opens a receipt for review that is still under way; false when it is not. */
  public boolean openByHand(HouseholdId household, ReceiptId id) {
    var receipt =
        receipts.hold(household.value(), id.value()).filter(found -> found.stage().isUnderWay());
    receipt.ifPresent(found -> {
      found.openByHand(clock.instant());
      publish(household, id);
    });
    return receipt.isPresent();
  }

  /** Puts every failed receipt on its way again, and says how many there were. */
  public int tryAllAgain(HouseholdId household) {
    var failed = receipts.listFailed(household.value());
    failed.forEach(id -> tryAgain(household, new ReceiptId(id)));
    return failed.size();
  }

  private interface Work {
    void on(ReceiptEntity receipt);
  }

  private void advance(HouseholdId household, ReceiptId id, Stage from, Work work) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      log.info("Receipt {} was removed meanwhile", id);
      return;
    }
    var receipt = held.get();
    if (receipt.stage() != from) {
      log.info("Receipt {} is at {} already, not at {}", id, receipt.stage(), from);
      return;
    }
    work.on(receipt);
    receipt.advanceTo(Stage.values()[from.ordinal() + 1], clock.instant());
    log.info("Receipt {} is {} now", id, receipt.stage());
    if (receipt.stage() == Stage.READY_FOR_REVIEW) {
      metrics.ready(receipt.upload().uploadedAt());
    }
    queue.scheduleNext(household, id, receipt.stage());
    publish(household, id);
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
