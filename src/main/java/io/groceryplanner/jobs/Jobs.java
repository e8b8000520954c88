package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.groceryplanner.base.Slice;
import io.groceryplanner.base.UserId;
import io.groceryplanner.jobs.Job.State;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the scheduler has to do, for admins: how it stands, and a hand on single jobs. */
@Service
@Transactional
public class Jobs {

  /**
   * How a row of the scheduler's table stands, in this order: what fails is failing, due or not.
   * Who works on it says so again and again; who was silent for too long is dead, as for the
   * scheduler.
   */
  private static final String STATE =
      """
      case
        when picked and last_heartbeat < ?::timestamptz then 'DEAD'
        when picked then 'RUNNING'
        when coalesce(consecutive_failures, 0) > 0 then 'FAILING'
        when execution_time <= ?::timestamptz then 'DUE'
        else 'WAITING'
      end\
      """;

  private final JdbcClient jdbc;
  private final ObjectProvider<SchedulerClient> scheduler;
  private final ObjectProvider<Task<?>> tasks;
  private final AuditLog audit;
  private final Clock clock;
  private final Duration silence;

  Jobs(
      JdbcClient jdbc,
      ObjectProvider<SchedulerClient> scheduler,
      ObjectProvider<Task<?>> tasks,
      AuditLog audit,
      Clock clock,
      DbSchedulerProperties settings) {
    this.jdbc = jdbc;
    this.scheduler = scheduler;
    this.tasks = tasks;
    this.audit = audit;
    this.clock = clock;
    this.silence =
        settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit());
  }

  /** How many jobs of a task stand how; tasks without any are in the list too. */
  @Transactional(readOnly = true)
  public List<JobCounts> counts() {
    var found = new TreeMap<String, JobCounts>();
    tasks.forEach(task -> found.put(task.getTaskName(), JobCounts.none(task.getTaskName())));
    jdbc.sql(
            """
            select task_name, state, count(*) as jobs,
              min(execution_time) filter (where not picked and execution_time <= ?) as oldest_due
            from (
              select task_name, execution_time, picked, %s as state from scheduled_tasks) as job
            group by task_name, state
            """
                .formatted(STATE))
        .params(now(), silent(), now())
        .query(row -> {
          var name = row.getString("task_name");
          var state = State.valueOf(row.getString("state"));
          long jobs = row.getLong("jobs");
          var oldest = Optional.ofNullable(row.getObject("oldest_due", OffsetDateTime.class));
          var before = found.getOrDefault(name, JobCounts.none(name));
          found.put(name, before.with(state, jobs, oldest.map(OffsetDateTime::toInstant)));
        });
    return List.copyOf(found.values());
  }

  /**
   * Jobs in the order of their next run.
   *
   * @param task of this task only, or of all for an empty one
   * @param state that stand so, or however for nothing
   * @param cursor from the slice before, or null
   */
  @Transactional(readOnly = true)
  public Slice<Job> list(String task, Optional<State> state, @Nullable String cursor, int limit) {
    var wanted = state.map(Enum::name).orElse("");
    var after = Cursor.read(cursor);
    var found =
        jdbc.sql(
                """
                select job.*, failed.failure from (
                  select task_name, task_instance, execution_time, consecutive_failures,
                    last_failure, picked_by, %s as state
                  from scheduled_tasks
                  where (execution_time, task_name, task_instance) > (?, ?, ?)
                    and (? = '' or task_name = ?)) as job
                left join lateral (
                  select failure from job_run r
                  where r.task_name = job.task_name and r.task_instance = job.task_instance
                    and r.failure is not null and job.consecutive_failures > 0
                  order by id desc limit 1) as failed on true
                where ? = '' or state = ?
                order by execution_time, task_name, task_instance limit ?
                """
                    .formatted(STATE))
            .params(
                silent(),
                now(),
                after.nextRun().atOffset(ZoneOffset.UTC),
                after.task(),
                after.subject(),
                task,
                task,
                wanted,
                wanted,
                limit + 1)
            .query((row, _) -> job(row))
            .list();
    return Slice.of(found, limit, job -> Cursor.behind(job).toString());
  }

  private static Job job(ResultSet row) throws SQLException {
    return new Job(
        row.getString("task_name"),
        row.getString("task_instance"),
        State.valueOf(row.getString("state")),
        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
        row.getInt("consecutive_failures"),
        Optional.ofNullable(row.getObject("last_failure", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("failure")));
  }

  /** The last row of a slice, as text. */
  private record Cursor(Instant nextRun, String task, String subject) {

    private static final Cursor START = new Cursor(Instant.EPOCH, "", "");

    static Cursor behind(Job job) {
      return new Cursor(job.nextRun(), job.task(), job.subject());
    }

    /** What is no cursor begins at the start. */
    static Cursor read(@Nullable String text) {
      if (text == null) {
        return START;
      }
      var parts = text.split("~", 3);
      try {
        return parts.length == 3 ? new Cursor(Instant.parse(parts[0]), parts[1], parts[2]) : START;
      } catch (java.time.format.DateTimeParseException e) {
        return START;
      }
    }

    @Override
    public String toString() {
      return nextRun + "~" + task + "~" + subject;
    }
  }

  /**
   * Lets a job run at once, with all its attempts before it.
   *
   * @return false when it is running just now, or is done
   */
  public boolean runNow(UserId admin, String task, String subject) {
    boolean runs = hasten(task, subject);
    if (runs) {
      audit.write(AuditAct.JOB_RETRIED, admin, name(task, subject), "");
    }
    return runs;
  }

  /** The same without a word in the audit log, for who has a better one. */
  public boolean hasten(String task, String subject) {
    try {
      return scheduler.getObject().reschedule(TaskInstanceId.of(task, subject), clock.instant());
    } catch (TaskInstanceException e) {
      return false;
    }
  }

  /** How an attempt to cancel ended. */
  public sealed interface CancelResult {

    /**
     * @param nextRun when it would have run; what taking it back needs
     */
    record Cancelled(Instant nextRun) implements CancelResult {}

    /** It runs just now, is done, or comes again and again and cannot be cancelled. */
    record TooLate() implements CancelResult {}
  }

  public CancelResult cancel(UserId admin, String task, String subject) {
    var id = TaskInstanceId.of(task, subject);
    var found = scheduler.getObject().getScheduledExecution(id);
    if (found.isEmpty() || subject.equals(RecurringTask.INSTANCE)) {
      return new CancelResult.TooLate();
    }
    try {
      scheduler.getObject().cancel(id);
    } catch (TaskInstanceException e) {
      return new CancelResult.TooLate();
    }
    audit.write(AuditAct.JOB_CANCELLED, admin, name(task, subject), "");
    return new CancelResult.Cancelled(found.get().getExecutionTime());
  }

  /** Takes a cancelling back. Our jobs carry nothing but their subject, so nothing is lost. */
  public void restore(UserId admin, String task, String subject, Instant nextRun) {
    scheduler
        .getObject()
        .scheduleIfNotExists(TaskDescriptor.of(task).instance(subject).build(), nextRun);
    audit.write(AuditAct.JOB_RESTORED, admin, name(task, subject), "");
  }

  private static String name(String task, String subject) {
    return task + " " + subject;
  }

  /** Who was heard of before this only is taken for dead. */
  private OffsetDateTime silent() {
    return now().minus(silence);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
