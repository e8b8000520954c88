package io.groceryplanner.jobs;

import io.groceryplanner.base.Snapshot;
import io.groceryplanner.jobs.Job.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How background work fares on all replicas, as numbers: those that admins see on the screen. */
@Component
class JobMetrics implements MeterBinder {

  private static final Duration GOOD_FOR = Duration.ofSeconds(15);

  private final Clock clock;
  private final Snapshot<List<JobCounts>> tasks;

  JobMetrics(Jobs jobs, Clock clock) {
    this.clock = clock;
    this.tasks = new Snapshot<>(GOOD_FOR, jobs::counts);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (var state : State.values()) {
      Gauge.builder("grocery_planner.jobs", () -> value(found -> sum(found, state)))
          .description("Background work by how it stands")
          .tag("state", state.key())
          .register(registry);
    }
    TimeGauge.builder("grocery_planner.job.age", () -> value(this::age), TimeUnit.SECONDS)
        .description("How long the oldest job waits though its time has come")
        .register(registry);
  }

  private double value(ToDoubleFunction<List<JobCounts>> number) {
    return tasks.get().map(number::applyAsDouble).orElse(Double.NaN);
  }

  private static double sum(List<JobCounts> tasks, State state) {
    return tasks.stream().mapToLong(task -> task.of(state)).sum();
  }

  private double age(List<JobCounts> tasks) {
    return tasks.stream()
        .flatMap(task -> task.oldestDue().stream())
        .min(Instant::compareTo)
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
