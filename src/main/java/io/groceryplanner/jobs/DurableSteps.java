package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Durable background steps, on db-scheduler: a step is scheduled in the caller's transaction, runs
 * at least once, is found again after a crash, and is tried a bounded number of times.
 */
@Component
public class DurableSteps {

  private static final Logger log = LoggerFactory.getLogger(DurableSteps.class);

  private final ObjectProvider<Scheduler> scheduler;
  private final TraceOrigin origin;
  private final Clock clock;

  DurableSteps(ObjectProvider<Scheduler> scheduler, TraceOrigin origin, Clock clock) {
    this.scheduler = scheduler;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Declares a step; the result must be a bean, so that the scheduler knows it.
   *
   * @param work gets the subject's id; must be harmless when run again
   * @param givenUp is told the subject's id once the last attempt failed
   */
  public Task<String> declare(
      String name,
      RetryPolicy policy,
      Function<String, StepResult> work,
      Consumer<String> givenUp) {
    return Tasks.custom(TaskDescriptor.of(name, String.class))
        .onFailure(retry(name, policy, givenUp))
        .onDeadExecutionRevive()
        .execute((instance, _) -> completion(work.apply(instance.getId())));
  }

  /** Schedules a step for this subject now, unless it is scheduled already. */
  public void schedule(String name, String subject) {
    schedule(name, subject, Duration.ZERO);
  }

  public void schedule(String name, String subject, Duration delay) {
    var step = TaskDescriptor.of(name, String.class).instance(subject);
    origin.current().ifPresent(step::data);
    scheduler.getObject().scheduleIfNotExists(step.build(), clock.instant().plus(delay));
    if (delay.isZero()) {
      lookOnceCommitted();
    }
  }

  /** The scheduler cannot see a step before, and would else find it when it looks next. */
  private void lookOnceCommitted() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      scheduler.getObject().triggerCheckForDueExecutions();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }

  private static CompletionHandler<String> completion(StepResult result) {
    return switch (result) {
      case StepResult.Done _ -> new CompletionHandler.OnCompleteRemove<>();
      case StepResult.LookAgainIn(var pause) ->
          (execution, operations) ->
              operations.reschedule(execution, execution.getTimeDone().plus(pause));
    };
  }

  private FailureHandler<String> retry(String name, RetryPolicy policy, Consumer<String> givenUp) {
    return (execution, operations) -> {
      var step = execution.getExecution().taskInstance;
      var failures = execution.getExecution().consecutiveFailures + 1;
      var cause = execution.getCause().orElse(null);
      origin.resume(
          step.getData() instanceof String from ? from : null,
          "failed " + name,
          () -> {
            if (failures < policy.attempts()) {
              log.warn(
                  "Step {} of {} failed, attempt {}: {}",
                  name,
                  step.getId(),
                  failures,
                  String.valueOf(cause));
              operations.reschedule(
                  execution, execution.getTimeDone().plus(policy.pauseAfter(failures)));
            } else {
              log.error("Step {} of {} failed for the last time", name, step.getId(), cause);
              givenUp.accept(step.getId());
              operations.stop();
            }
          });
    };
  }
}
