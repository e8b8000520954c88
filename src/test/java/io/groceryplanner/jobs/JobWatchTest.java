package io.groceryplanner.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class JobWatchTest {

  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final Degradations degradations = new Degradations(Clock.systemUTC());

  @AfterEach
  void takeItAway() {
    jdbc.sql("delete from scheduled_tasks where task_name = 'nobody-knows-how'").update();
  }

  @Test
  void aJobThatNobodyTakesInTimeIsLateAndOneThatWaitsIsNot() {
    var watch = new JobWatch(jdbc, degradations, clock);
    schedule("waits", Duration.ofMinutes(10));
    watch.look();
    assertThat(degradations.list()).isEmpty();

    schedule("is late", Duration.ofMinutes(-3));
    watch.look();
    assertThat(degradations.isAway(Part.JOBS)).isTrue();

    takeItAway();
    watch.look();
    assertThat(degradations.list()).isEmpty();
  }

  private void schedule(String instance, Duration fromNow) {
    jdbc.sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, version)
            values ('nobody-knows-how', ?, ?, false, 1)
            """)
        .params(instance, clock.instant().plus(fromNow).atOffset(ZoneOffset.UTC))
        .update();
  }
}
