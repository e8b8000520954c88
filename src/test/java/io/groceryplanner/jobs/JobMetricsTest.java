package io.groceryplanner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.jobs.Job.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gauges say what the screen says. */
@IntegrationTest
class JobMetricsTest {

  @Autowired Jobs jobs;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private String task = "";

  @BeforeEach
  void useATaskOfOurOwn() {
    task = StoredJobs.ofANewTask(jdbc).task();
  }

  private StoredJobs stored() {
    return new StoredJobs(jdbc, task);
  }

  @AfterEach
  void leaveNothing() {
    stored().clear();
  }

  @Test
  void eachJobCountsForOneStateAndWhatFailsAndIsDueHasItsAge() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var longDue = now.minus(Duration.ofDays(400));
    stored().put(now.minusSeconds(5), 0);
    stored().put(longDue, 3);
    stored().put(now.plus(Duration.ofHours(1)), 0);
    stored().putPicked(now.minusSeconds(60));

    new JobMetrics(jobs, clock).bindTo(meters);

    assertThat(jobs.counts().stream().filter(counts -> counts.task().equals(task)))
        .singleElement()
        .satisfies(counts -> {
          assertThat(counts.oldestDue()).contains(longDue);
          assertThat(counts.jobs().values()).as("none counts twice").containsOnly(1L).hasSize(4);
        });
    assertThat(meters.get("grocery_planner.job.age").timeGauge().value())
        .isGreaterThanOrEqualTo(Duration.ofDays(400).toSeconds());
    assertThat(Stream.of(State.DUE, State.FAILING, State.DEAD, State.WAITING))
        .allSatisfy(state -> assertThat(gauge(state)).as(state.key()).isPositive());
  }

  private double gauge(State state) {
    return meters.get("grocery_planner.jobs").tag("state", state.key()).gauge().value();
  }
}
