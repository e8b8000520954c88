package io.groceryplanner.jobs;

import java.time.Duration;

/**
 * How one run of a durable step ended; an exception means a fault, which is retried with back-off.
 */
public sealed interface StepResult {

  /** Nothing is left to do. */
  record Done() implements StepResult {}

  /** Something else is away: look again later, without spending an attempt. */
  record LookAgainIn(Duration pause) implements StepResult {}

  StepResult DONE = new Done();
}
