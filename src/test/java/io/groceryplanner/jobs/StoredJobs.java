package io.groceryplanner.jobs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the scheduler's table, of a task that no replica knows and that therefore never runs. */
public record StoredJobs(JdbcClient jdbc, String task) {

  public static StoredJobs ofANewTask(JdbcClient jdbc) {
    return new StoredJobs(jdbc, "test-" + UUID.randomUUID());
  }

  /** How a row stands that was not picked. */
  public String put(Instant nextRun, int failures) {
    var subject = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked,
              consecutive_failures, last_failure, version) values (?, ?, ?, false, ?, ?, 1)
            """)
        .params(task, subject, nextRun.atOffset(ZoneOffset.UTC), failures)
        .param(failures == 0 ? null : nextRun.minusSeconds(60).atOffset(ZoneOffset.UTC))
        .update();
    return subject;
  }

  /** A row somebody works on, who was heard of last at this time. */
  public String putPicked(Instant lastHeartbeat) {
    var subject = put(lastHeartbeat, 0);
    jdbc.sql(
            """
            update scheduled_tasks set picked = true, picked_by = 'web-test', last_heartbeat = ?
            where task_instance = ?
            """)
        .params(lastHeartbeat.atOffset(ZoneOffset.UTC), subject)
        .update();
    return subject;
  }

  public boolean has(String subject) {
    return jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
            .param(subject)
            .query(Integer.class)
            .single()
        > 0;
  }

  public Instant nextRun(String subject) {
    return jdbc.sql("select execution_time from scheduled_tasks where task_instance = ?")
        .param(subject)
        .query((row, _) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .single();
  }

  public void clear() {
    jdbc.sql("delete from scheduled_tasks where task_name = ?").param(task).update();
    jdbc.sql("delete from job_run where task_name = ?").param(task).update();
  }
}
