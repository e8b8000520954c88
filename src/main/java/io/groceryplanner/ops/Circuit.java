package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Subscription;
import java.time.Instant;
import java.util.Optional;

/**
 * A circuit breaker of this replica as admins see it; a module that has one offers it as a bean.
 */
public interface Circuit {

  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  State state();

  /** While it is open: when the one probe may go out. */
  Optional<Instant> nextProbe();

  /** Calls and looks that failed since the last that did not. */
  int failuresInARow();

  /** Calls the listener after each change of state or of the failures, on some thread. */
  Subscription subscribe(Runnable listener);
}
