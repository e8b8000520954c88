package io.groceryplanner.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.base.UserId;
import io.groceryplanner.jobs.Job.State;
import io.groceryplanner.jobs.Jobs.CancelResult;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What admins see of the scheduler's table and may do to it. */
@IntegrationTest
class JobsTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired Jobs jobs;
  @Autowired JobHistory history;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final UserId admin = UserId.create();
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
  void eachJobIsCountedOnceByHowItStands() {
    var now = clock.instant();
    stored().put(now.minusSeconds(5), 0);
    stored().put(now.plus(HOUR), 0);
    stored().put(now.plus(HOUR), 0);
    stored().put(now.plus(HOUR), 3);
    stored().putPicked(now);
    stored().putPicked(now.minusSeconds(60));

    var counts = counts(task);

    assertThat(counts.of(State.DUE)).isEqualTo(1);
    assertThat(counts.of(State.WAITING)).isEqualTo(2);
    assertThat(counts.of(State.FAILING)).isEqualTo(1);
    assertThat(counts.of(State.RUNNING)).isEqualTo(1);
    assertThat(counts.of(State.DEAD)).as("its replica has been silent for a minute").isEqualTo(1);
  }

  @Test
  void aTaskWithoutAnyJobIsInTheListToo() {
    assertThat(jobs.counts()).extracting(JobCounts::task).contains("receipt-rescan");
  }

  @Test
  void aLongListIsReadSliceBySliceWithoutLossOrRepetition() {
    var same = clock.instant().plus(HOUR).truncatedTo(ChronoUnit.MICROS);
    var expected = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      expected.add(stored().put(same, 0));
    }

    var found = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var slice = jobs.list(task, Optional.of(State.WAITING), cursor, 3);
      slice.items().forEach(job -> found.add(job.subject()));
      cursor = slice.nextCursor();
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(jobs.list(task, Optional.empty(), "nonsense", 50).items()).hasSize(7);
  }

  @Test
  void aFailingJobSaysTheClassOfItsLastFailureAndNoWordOfIt() {
    var subject = stored().put(clock.instant().plus(HOUR), 2);
    assertThatThrownBy(() -> run(subject, fails("Mara's secret lasagne")))
        .isInstanceOf(UncheckedIOException.class);

    var job = jobs.list(task, Optional.of(State.FAILING), null, 50).items().getFirst();

    assertThat(job.failures()).isEqualTo(2);
    assertThat(job.failure()).contains("java.io.UncheckedIOException ← java.io.IOException");
    assertThat(history.list(true, subject, null, 50).items())
        .singleElement()
        .satisfies(run -> assertThat(run.toString()).doesNotContain("lasagne"));
  }

  @Test
  void theHistoryKeepsWhatEndedAndNotWhatOnlyLooksAgain() {
    var subject = stored().put(clock.instant().plus(HOUR), 0);

    run(subject, new CompletionHandler.OnCompleteRemove<>());
    run(subject, (_, _) -> {});

    assertThat(history.list(false, subject, null, 50).items())
        .singleElement()
        .satisfies(run -> assertThat(run.failure()).isEmpty());
    assertThat(history.list(true, subject, null, 50).items()).isEmpty();
  }

  @Test
  void theHistoryOfABusyTaskIsCutToItsNewestRuns() {
    jdbc.sql(
            """
            insert into job_run (task_name, task_instance, started_at, ended_at)
            select ?, 'n', now(), now() from generate_series(1, 350)
            """)
        .param(task)
        .update();

    history.forgetOld();

    assertThat(
            jdbc.sql("select count(*) from job_run where task_name = ?")
                .param(task)
                .query(Integer.class)
                .single())
        .isEqualTo(300);
  }

  @Test
  void aJobThatIsToRunNowIsDueWithAllAttemptsAndTheLogSaysWhoWantedIt() {
    var subject = stored().put(clock.instant().plus(HOUR), 4);

    assertThat(jobs.runNow(admin, task, subject)).isTrue();

    assertThat(stored().nextRun(subject)).isBeforeOrEqualTo(clock.instant());
    assertThat(counts(task).of(State.FAILING)).isZero();
    assertThat(acts()).contains(AuditAct.JOB_RETRIED);
  }

  @Test
  void whatRunsOrIsDoneIsLeftAlone() {
    var running = stored().putPicked(clock.instant());

    assertThat(jobs.runNow(admin, task, running)).isFalse();
    assertThat(jobs.cancel(admin, task, running)).isInstanceOf(CancelResult.TooLate.class);
    assertThat(jobs.runNow(admin, task, "gone")).isFalse();
    assertThat(jobs.cancel(admin, task, "gone")).isInstanceOf(CancelResult.TooLate.class);
    assertThat(stored().has(running)).isTrue();
    assertThat(acts()).isEmpty();
  }

  @Test
  void aCancelledJobIsGoneAndComesBackAtItsTimeWhenThatIsTakenBack() {
    var at = clock.instant().plus(HOUR).truncatedTo(ChronoUnit.MICROS);
    var subject = stored().put(at, 0);

    var result = jobs.cancel(admin, task, subject);

    assertThat(result).isEqualTo(new CancelResult.Cancelled(at));
    assertThat(stored().has(subject)).isFalse();
    jobs.restore(admin, task, subject, at);
    assertThat(stored().nextRun(subject)).isEqualTo(at);
    assertThat(acts()).containsExactlyInAnyOrder(AuditAct.JOB_RESTORED, AuditAct.JOB_CANCELLED);
  }

  @Test
  void aRecurringJobRunsWhenAnAdminWantsItAndCannotBeCancelled() {
    var retention = "job-history-retention";
    assertThat(jobs.cancel(admin, retention, "recurring")).isInstanceOf(CancelResult.TooLate.class);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          jobs.runNow(admin, retention, "recurring");
          assertThat(history.list(false, "recurring", null, 200).items())
              .anySatisfy(run -> assertThat(run.task()).isEqualTo(retention));
        });
  }

  private JobCounts counts(String task) {
    return jobs.counts().stream().filter(each -> each.task().equals(task)).findAny().orElseThrow();
  }

  private List<AuditAct> acts() {
    return audit.list(AuditAct.Area.ADMINISTRATION, null, 200).items().stream()
        .filter(entry -> entry.actor().equals(Optional.of(admin)))
        .map(AuditLog.Entry::act)
        .toList();
  }

  private void run(String subject, CompletionHandler<Void> completion) {
    run(subject, (_, _, _) -> completion);
  }

  private void run(String subject, ExecutionInterceptor work) {
    var instance = TaskDescriptor.of(task).instance(subject).build();
    var nothing = Tasks.oneTime(TaskDescriptor.of(task)).execute((_, _) -> {});
    var chain = new ExecutionChain(List.of(history, work), nothing);
    chain.proceed(instance, null);
  }

  private static ExecutionInterceptor fails(String words) {
    return (_, _, _) -> {
      throw new UncheckedIOException(new IOException(words));
    };
  }
}
