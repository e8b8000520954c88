package io.groceryplanner.receipts;

import io.groceryplanner.ai.Categorization;
import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.Households;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.ItemVectors;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.storage.FileKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Items items;
  private final Stock stock;
  private final LineMatching matching;
  private final LineGuesses guesses;
  private final ItemVectors vectors;
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
      Items items,
      Stock stock,
      LineMatching matching,
      LineGuesses guesses,
      ItemVectors vectors,
      SamePurchases samePurchases,
      Households households,
      ReceiptQueue queue,
      ReceiptMetrics metrics,
      ChangeNotices notices,
      JsonMapper json,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.items = items;
    this.stock = stock;
    this.matching = matching;
    this.guesses = guesses;
    this.vectors = vectors;
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
                receipt.original(),
                receipt.mediaType(),
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

  /** Lines nobody has sorted yet. */
  public List<Categorization.Item> listUnsorted(HouseholdId household, ReceiptId id) {
    return lines.list(household.value(), id.value()).stream()
        .filter(ReceiptLineEntity::lacksCategory)
        .map(line -> new Categorization.Item(Integer.toString(line.lineNo()), line.name().shown()))
        .toList();
  }

  /** Takes the predictions that are sure enough, where nobody chose meanwhile. */
  public void sort(
      HouseholdId household, ReceiptId id, List<Categorization.Prediction> predictions) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      return;
    }
    var receipt = held.get();
    var byName = guesses.categoriesByName(household);
    var sure =
        predictions.stream()
            .filter(prediction -> !prediction.level().equals("low"))
            .collect(
                Collectors.toMap(Categorization.Prediction::id, Function.identity(), (a, _) -> a));
    var unsorted =
        lines.list(household.value(), id.value()).stream()
            .filter(ReceiptLineEntity::lacksCategory)
            .toList();
    for (var line : unsorted) {
      var prediction = sure.get(Integer.toString(line.lineNo()));
      var category = prediction == null ? null : byName.get(prediction.label());
      if (prediction != null && category != null) {
        line.categorize(category.id(), CategorySource.MODEL, prediction.confidence());
      }
    }
    guesses.fill(household, receipt, unsorted, Map.of());
    if (receipt.stage() == Stage.CONFIRMED) {
      // Accepted before ai-service came back: what is in the pantry learns of it too.
      unsorted.forEach(line -> settle(household, line));
    }
    publish(household, id);
  }

  /** Names of lines that are open for review and no item yet, by line number. */
  public Map<Integer, String> listUnmatched(HouseholdId household, ReceiptId id) {
    return receipts
        .findByHouseholdIdAndId(household.value(), id.value())
        .filter(receipt -> receipt.stage() == Stage.READY_FOR_REVIEW)
        .map(_ ->
            lines.list(household.value(), id.value()).stream()
                .filter(line -> line.isItem() && line.item().isEmpty())
                .filter(line -> line.category().isPresent())
                .collect(Collectors.toMap(ReceiptLineEntity::lineNo, line -> line.name().shown())))
        .orElse(Map.of());
  }

  /** Offers each line the item of its category that is nearest to its vector. */
  public void offer(
      HouseholdId household, ReceiptId id, String model, Map<Integer, List<Float>> meanings) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      // Removed meanwhile.
      return;
    }
    var open =
        lines.list(household.value(), id.value()).stream()
            .filter(line -> meanings.containsKey(line.lineNo()) && line.category().isPresent())
            .collect(Collectors.toMap(ReceiptLineEntity::lineNo, Function.identity()));
    var questions = new HashMap<Integer, ItemVectors.Question>();
    open.forEach((lineNo, line) ->
        questions.put(
            lineNo,
            new ItemVectors.Question(
                line.category().orElseThrow(), meanings.getOrDefault(lineNo, List.of()))));
    if (!questions.isEmpty()) {
      vectors
          .nearest(household, model, questions)
          .forEach((lineNo, nearest) -> {
            var line = open.get(lineNo);
            if (line != null) {
              line.offer(nearest.item(), nearest.cosine());
            }
          });
    }
    held.get().meaningsCompared(clock.instant());
    publish(household, id);
  }

  private void settle(HouseholdId household, ReceiptLineEntity line) {
    line.item()
        .flatMap(item -> items.find(household, item))
        .filter(item -> item.category().isEmpty())
        .ifPresent(item ->
            items.remember(
                household, item.id(), line.category().orElse(null), line.location().orElse(null)));
    stock.settle(household, line.origin(), line.location(), line.useBy());
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
          metrics.failed(receipt.uploadedAt());
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
    if (receipt.get().shown().isEmpty()) {
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
      metrics.ready(receipt.uploadedAt());
    }
    queue.scheduleNext(household, id, receipt.stage());
    publish(household, id);
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
