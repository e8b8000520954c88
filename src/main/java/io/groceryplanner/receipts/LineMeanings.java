package io.groceryplanner.receipts;

import io.groceryplanner.ai.AiAnswer;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.ai.Caller;
import io.groceryplanner.ai.Embedding;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.ItemVectors;
import io.groceryplanner.ops.Feature;
import io.groceryplanner.ops.Features;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Offers, for lines that no name led to an item, the item that is nearest in meaning. Asks the
 * model, so never inside a transaction; without it the lines stay as they are and are looked at
 * again.
 */
@Component
class LineMeanings {

  /** As many texts as one question may hold. */
  private static final int MOST = 100;

  private static final String ITEM = "item:";
  private static final String LINE = "line:";

  private final LineSorting sorting;
  private final ItemVectors vectors;
  private final AiService ai;
  private final Features features;

  LineMeanings(LineSorting sorting, ItemVectors vectors, AiService ai, Features features) {
    this.sorting = sorting;
    this.vectors = vectors;
    this.ai = ai;
    this.features = features;
  }

  /** When to look again; empty when it is done. */
  Optional<Duration> compare(HouseholdId household, ReceiptId receipt) {
    var open = sorting.listUnmatched(household, receipt);
    if (open.isEmpty() || !features.isOn(Feature.SEARCH_BY_MEANING)) {
      sorting.offer(household, receipt, "", Map.of());
      return Optional.empty();
    }
    var texts = new ArrayList<Embedding.Text>();
    vectors.texts(household, open).entrySet().stream()
        .limit(MOST / 2)
        .forEach(line -> texts.add(new Embedding.Text(LINE + line.getKey(), line.getValue())));
    for (var item : vectors.listUnembedded(household, MOST - texts.size())) {
      texts.add(new Embedding.Text(ITEM + item.item(), item.text()));
    }
    AiAnswer<Embedding> answer = ai.embed(Caller.JOB, texts);
    return switch (answer) {
      case Answer(var embedding) -> {
        keep(household, receipt, embedding);
        yield Optional.empty();
      }
      case Rejected<Embedding> _ -> Optional.empty();
      case Unavailable(var _, var retryAfter) -> Optional.of(retryAfter);
    };
  }

  private void keep(HouseholdId household, ReceiptId receipt, Embedding embedding) {
    var items = new HashMap<ItemId, List<Float>>();
    var lines = new HashMap<Integer, List<Float>>();
    for (var vector : embedding.vectors()) {
      if (vector.id().startsWith(ITEM)) {
        var id = UUID.fromString(vector.id().substring(ITEM.length()));
        items.put(new ItemId(id), vector.vector());
      } else if (vector.id().startsWith(LINE)) {
        lines.put(Integer.valueOf(vector.id().substring(LINE.length())), vector.vector());
      }
    }
    vectors.keep(household, embedding.model(), items);
    sorting.offer(household, receipt, embedding.model(), lines);
  }
}
