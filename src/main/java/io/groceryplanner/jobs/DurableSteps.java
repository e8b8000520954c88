package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Durable background steps, on db-scheduler: a step is scheduled in the caller's transaction, runs
 * at least once, is found again after a crash, and is tried a bounded number of times.
 */
@Component
public class DurableSteps {

  private static final Logger log = LoggerFactory.getLogger(DurableSteps.class);

  private final ObjectProvider<SchedulerClient> scheduler;
  private final ObservationRegistry observations;
  private final Clock clock;

  DurableSteps(
      ObjectProvider<SchedulerClient> scheduler, ObservationRegistry observations, Clock clock) {
    this.scheduler = scheduler;
    this.observations = observations;
    this.clock = clock;
  }

  /**
   * Declares a step; the result must be a bean, so that the scheduler knows it.
   *
   * @param work gets the subject's id; must be harmless when run again
   * @param givenUp is told the subject's id once the last attempt failed
   */
  public Task<Void> declare(
      String name,
      RetryPolicy policy,
      Function<String, StepResult> work,
      Consumer<String> givenUp) {
    return Tasks.custom(TaskDescriptor.of(name))
        .onFailure(retry(name, policy, givenUp))
        .onDeadExecutionRevive()
        .execute((instance, _) -> completion(observe(name, () -> work.apply(instance.getId()))));
  }

  /** Schedules a step for this subject now, unless it is scheduled already. */
  public void schedule(String name, String subject) {
    schedule(name, subject, Duration.ZERO);
  }

  public void schedule(String name, String subject, Duration delay) {
    scheduler
        .getObject()
        .scheduleIfNotExists(
            TaskDescriptor.of(name).instance(subject).build(), clock.instant().plus(delay));
  }

  private static CompletionHandler<Void> completion(StepResult result) {
    return switch (result) {
      case StepResult.Done _ -> new CompletionHandler.OnCompleteRemove<>();
      case StepResult.LookAgainIn(var pause) ->
          (execution, operations) ->
              operations.reschedule(execution, execution.getTimeDone().plus(pause));
    };
  }

  private FailureHandler<Void> retry(String name, RetryPolicy policy, Consumer<String> givenUp) {
    return (execution, operations) -> {
      var subject = execution.getExecution().taskInstance.getId();
      var failures = execution.getExecution().consecutiveFailures + 1;
      var cause = execution.getCause().orElse(null);
      if (failures < policy.attempts()) {
        log.warn(
            "Step {} of {} failed, attempt {}: {}", name, subject, failures, String.valueOf(cause));
        operations.reschedule(execution, execution.getTimeDone().plus(policy.pauseAfter(failures)));
      } else {
        log.error("Step {} of {} failed for the last time", name, subject, cause);
        givenUp.accept(subject);
        operations.stop();
      }
    };
  }

  /** A span and a timer of its own, since nothing else gives a job one. */
  private StepResult observe(String name, java.util.function.Supplier<StepResult> work) {
    return java.util.Objects.requireNonNull(
        Observation.createNotStarted("grocery_planner.job", observations)
            .contextualName("job " + name)
            .lowCardinalityKeyValue("job", name)
            .observe(work::get));
  }
}
