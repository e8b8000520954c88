package io.groceryplanner.storage;

import io.groceryplanner.base.Snapshot;
import io.groceryplanner.storage.FileAudit.Report;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What the last nightly check of all files found, as numbers; every replica tells the same. */
@Component
class FileAuditMetrics implements MeterBinder {

  private static final Duration GOOD_FOR = Duration.ofMinutes(1);

  private final Snapshot<Optional<Report>> latest;

  FileAuditMetrics(FileAudit audit) {
    latest = new Snapshot<>(GOOD_FOR, audit::findLatest);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "orphaned", Report::orphaned);
    gauge(registry, "missing", Report::missing);
  }

  private void gauge(MeterRegistry registry, String kind, ToDoubleFunction<Report> number) {
    Gauge.builder("grocery_planner.storage.files", () -> value(number))
        .tag("kind", kind)
        .description("What the last nightly check of all files found")
        .register(registry);
  }

  private double value(ToDoubleFunction<Report> number) {
    return latest
        .get()
        .map(found -> found.map(number::applyAsDouble).orElse(0.0))
        .orElse(Double.NaN);
  }
}
