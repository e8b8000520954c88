package io.groceryplanner.receipts;

import io.groceryplanner.ai.Categorization;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.ItemVectors;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * What ai-service says of lines that are ready already: which category they are of, and what they
 * may mean. It may say so late, even after the receipt was accepted.
 */
@Service
@TenantScoped
class LineSorting {

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final Items items;
  private final Stock stock;
  private final LineGuesses guesses;
  private final ItemVectors vectors;
  private final ChangeNotices notices;
  private final Clock clock;

  LineSorting(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      Items items,
      Stock stock,
      LineGuesses guesses,
      ItemVectors vectors,
      ChangeNotices notices,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.items = items;
    this.stock = stock;
    this.guesses = guesses;
    this.vectors = vectors;
    this.notices = notices;
    this.clock = clock;
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

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
