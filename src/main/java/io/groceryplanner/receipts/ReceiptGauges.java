package io.groceryplanner.receipts;

import io.groceryplanner.base.Snapshot;
import io.groceryplanner.receipts.ReceiptBacklog.Count;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Where the receipts of all households are, as numbers. Those that were put away are history and
 * not counted. Every replica tells the same.
 */
@Component
class ReceiptGauges implements MeterBinder {

  private static final Duration GOOD_FOR = Duration.ofSeconds(15);
  private static final Set<Stage> OPEN = EnumSet.complementOf(EnumSet.of(Stage.CONFIRMED));

  private final Snapshot<List<Count>> counts;

  ReceiptGauges(ReceiptBacklog backlog) {
    counts = new Snapshot<>(GOOD_FOR, backlog::counts);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var stage : OPEN) {
      for (var condition : Condition.values()) {
        Gauge.builder(
                "grocery_planner.receipts",
                () -> sum(count -> count.stage() == stage && count.condition() == condition))
            .description("Receipts that are not put away yet")
            .tag("stage", word(stage))
            .tag("condition", word(condition))
            .register(registry);
      }
    }
    Gauge.builder(
            "grocery_planner.receipt.queue.depth",
            () -> sum(count -> count.stage().isUnderWay() && count.condition() != Condition.FAILED))
        .description("Receipts that the pipeline still has to work on")
        .register(registry);
  }

  private double sum(Predicate<Count> counted) {
    return counts
        .get()
        .map(all -> (double) all.stream().filter(counted).mapToLong(Count::receipts).sum())
        .orElse(Double.NaN);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
