package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.groceryplanner.base.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How the last runs of jobs ended, with the class of a failure and never its words. */
@Component
public class JobHistory implements ExecutionInterceptor {

  private static final Logger log = LoggerFactory.getLogger(JobHistory.class);

  private static final Duration KEPT = Duration.ofDays(30);

  /** So many of each task; the busiest would otherwise push the others out. */
  private static final int KEPT_OF_EACH = 300;

  private final JdbcClient jdbc;
  private final Clock clock;

  JobHistory(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param subject what it was about, ids only
   * @param failure the class it failed with, or nothing where it went well
   */
  public record Run(
      String task, String subject, Instant endedAt, Duration took, Optional<String> failure) {}

  /** Runs that end with "look again" are left out: nothing happened, and there may be many. */
  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
    var started = clock.instant();
    try {
      var completion = chain.proceed(task, context);
      if (completion instanceof OnCompleteRemove || completion instanceof OnCompleteReschedule) {
        keep(task, started, null);
      }
      return completion;
    } catch (RuntimeException e) {
      // However a job fails, the scheduler hears of it as it was.
      keep(task, started, classesOf(e));
      throw e;
    }
  }

  private void keep(TaskInstance<?> task, Instant started, @Nullable String failure) {
    try {
      jdbc.sql(
              """
              insert into job_run (task_name, task_instance, started_at, ended_at, failure)
              values (?, ?, ?, ?, ?)
              """)
          .params(task.getTaskName(), task.getId(), utc(started), utc(clock.instant()))
          .param(failure)
          .update();
    } catch (DataAccessException | TransactionException e) {
      // The job's own end matters more than a note of it.
      log.warn("The end of a run of {} could not be noted: {}", task.getTaskName(), e.toString());
    }
  }

  /** The exception's class, and that of what was behind it. */
  static String classesOf(Throwable failure) {
    var root = failure;
    for (var cause = root.getCause(); cause != null && cause != root; cause = root.getCause()) {
      root = cause;
    }
    var name = failure.getClass().getName();
    var names = root == failure ? name : name + " ← " + root.getClass().getName();
    return names.substring(0, Math.min(names.length(), 300));
  }

  /**
   * The newest first.
   *
   * @param subject about this only, or about everything for an empty one
   * @param cursor from the slice before, or null
   */
  public Slice<Run> list(boolean failedOnly, String subject, @Nullable String cursor, int limit) {
    var found =
        jdbc.sql(
                """
                select id, task_name, task_instance, started_at, ended_at, failure from job_run
                where id < ? and (? or failure is not null) and (? = '' or task_instance = ?)
                order by id desc limit ?
                """)
            .params(before(cursor), !failedOnly, subject, subject, limit + 1)
            .query((row, _) -> {
              var ended = row.getObject("ended_at", OffsetDateTime.class).toInstant();
              var started = row.getObject("started_at", OffsetDateTime.class).toInstant();
              return new Row(
                  row.getLong("id"),
                  new Run(
                      row.getString("task_name"),
                      row.getString("task_instance"),
                      ended,
                      Duration.between(started, ended),
                      Optional.ofNullable(row.getString("failure"))));
            })
            .list();
    return Slice.of(found, limit, row -> String.valueOf(row.id())).map(Row::run);
  }

  private record Row(long id, Run run) {}

  /** What is no cursor begins at the newest. */
  private static long before(@Nullable String cursor) {
    return cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
  }

  /** Deletes what is beyond the newest of each task. */
  void forgetOld() {
    jdbc.sql(
            """
            delete from job_run where ended_at < ? or id in (
              select id from (
                select id, row_number() over (partition by task_name order by id desc) as place
                from job_run) as placed
              where place > ?)
            """)
        .params(utc(clock.instant().minus(KEPT)), KEPT_OF_EACH)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
