package io.groceryplanner.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A job as the scheduler has it.
 *
 * @param subject what it is about, ids only; {@code recurring} for what comes again and again
 * @param failures how often it failed in a row
 * @param failure the class it failed with last
 */
public record Job(
    String task,
    String subject,
    State state,
    Instant nextRun,
    int failures,
    Optional<Instant> lastFailure,
    Optional<String> failure) {

  /** How a job stands; what somebody should look at comes first. */
  public enum State {
    /** It failed, and is tried again. */
    FAILING,
    /** The replica that ran it is gone; another one takes it up by itself. */
    DEAD,
    /** It should run now and waits for a free thread. */
    DUE,
    RUNNING,
    /** Its time is still to come. */
    WAITING;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isRecurring() {
    return subject.equals(RecurringTask.INSTANCE);
  }
}
