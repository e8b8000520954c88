package io.groceryplanner.jobs;

import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks whether jobs are done when they are due, whoever should do them. A job that waits for
 * something else is not late: it looks again later, and is due only then.
 */
@Component
class JobWatch {

  private static final Logger log = LoggerFactory.getLogger(JobWatch.class);
  private static final Duration LATE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Degradations degradations;
  private final Clock clock;

  JobWatch(JdbcClient jdbc, Degradations degradations, Clock clock) {
    this.jdbc = jdbc;
    this.degradations = degradations;
    this.clock = clock;
  }

  /** Not at once: what came due while nothing ran is about to be done. */
  @Scheduled(fixedRateString = "${planner.jobs.look-every:10s}", initialDelayString = "30s")
  void look() {
    try {
      if (anyIsLate()) {
        degradations.report(Part.JOBS);
      } else {
        degradations.clear(Part.JOBS);
      }
    } catch (DataAccessException | TransactionException e) {
      log.debug("Jobs cannot be looked at: {}", e.toString());
    }
  }

  /** Due and taken by nobody, or taken by one who gives no sign of life any more. */
  private boolean anyIsLate() {
    var late = OffsetDateTime.ofInstant(clock.instant().minus(LATE), ZoneOffset.UTC);
    return jdbc.sql(
            """
            select exists (select from scheduled_tasks where not picked and execution_time < ?)
              or exists (select from scheduled_tasks where picked and last_heartbeat < ?)
            """)
        .params(late, late)
        .query(Boolean.class)
        .single();
  }
}
