package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import io.groceryplanner.base.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How background work fares on all replicas, as numbers. Due is what waits though its time has
 * come; failing is what failed at its last try; dead is what runs but gave no sign of life for too
 * long.
 */
@Component
class JobMetrics implements MeterBinder {

  private static final Duration GOOD_FOR = Duration.ofSeconds(15);

  private record Jobs(
      long due, long running, long failing, long dead, @Nullable Instant oldestDue) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration silence;
  private final Snapshot<Jobs> jobs = new Snapshot<>(GOOD_FOR, this::count);

  JobMetrics(JdbcClient jdbc, Clock clock, DbSchedulerProperties settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.silence =
        settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit());
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "due", Jobs::due);
    gauge(registry, "running", Jobs::running);
    gauge(registry, "failing", Jobs::failing);
    gauge(registry, "dead", Jobs::dead);
    TimeGauge.builder("grocery_planner.job.age", () -> value(this::age), TimeUnit.SECONDS)
        .description("How long the oldest job waits though its time has come")
        .register(registry);
  }

  private void gauge(MeterRegistry registry, String state, ToDoubleFunction<Jobs> number) {
    Gauge.builder("grocery_planner.jobs", () -> value(number))
        .description("Background work by how it fares")
        .tag("state", state)
        .register(registry);
  }

  private double value(ToDoubleFunction<Jobs> number) {
    return jobs.get().map(number::applyAsDouble).orElse(Double.NaN);
  }

  private double age(Jobs found) {
    var oldest = found.oldestDue();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }

  private Jobs count() {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    return jdbc.sql(
            """
            select count(*) filter (where not picked and execution_time <= :now) as due,
              count(*) filter (where picked) as running,
              count(*) filter (where consecutive_failures > 0) as failing,
              count(*) filter (where picked and last_heartbeat < :silent) as dead,
              min(execution_time) filter (where not picked and execution_time <= :now) as oldest
            from scheduled_tasks
            """)
        .param("now", now)
        .param("silent", now.minus(silence))
        .query((row, _) -> {
          var oldest = row.getObject("oldest", OffsetDateTime.class);
          return new Jobs(
              row.getLong("due"),
              row.getLong("running"),
              row.getLong("failing"),
              row.getLong("dead"),
              oldest == null ? null : oldest.toInstant());
        })
        .single();
  }
}
