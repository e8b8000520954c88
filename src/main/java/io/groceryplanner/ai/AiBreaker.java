package io.groceryplanner.ai;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Opens at the 5th failure inside 60 s, lets one probe through 30 s later, and closes when that
 * succeeds.
 *
 * <p>resilience4j opens at a rate, not at a count. So that successes never dilute the failures, a
 * success is not recorded while the circuit is closed: the rate is then always 100 % and the
 * minimum number of calls is the count.
 */
@Component
class AiBreaker {

  private static final int FAILURES = 5;
  private static final int WINDOW_SECONDS = 60;
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private final CircuitBreaker circuit;
  private final Degradations degradations;

  AiBreaker(Clock clock, Degradations degradations) {
    this.degradations = degradations;
    this.circuit =
        CircuitBreaker.of(
            "ai-service",
            CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(c -> c.millis(), TimeUnit.MILLISECONDS)
                .slidingWindow(WINDOW_SECONDS, FAILURES, SlidingWindowType.TIME_BASED)
                .failureRateThreshold(100)
                // It must have passed, not just be reached: a millisecond less makes that 30 s.
                .waitDurationInOpenState(OPEN_FOR.minusMillis(1))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /**
   * Whether a call may go out now; one that may must end in {@link #succeeded}, {@link #busy} or
   * {@link #failed}.
   */
  boolean letsThrough() {
    return circuit.tryAcquirePermission();
  }

  void succeeded() {
    busy();
    degradations.clear(Part.AI_SERVICE);
  }

  /** It is alive but asks for a pause: no failure, and no sign that it works either. */
  void busy() {
    if (circuit.getState() == State.HALF_OPEN) {
      circuit.onSuccess(0, TimeUnit.MILLISECONDS);
    } else {
      circuit.releasePermission();
    }
  }

  void failed(Exception cause) {
    circuit.onError(0, TimeUnit.MILLISECONDS, cause);
    degradations.report(Part.AI_SERVICE);
  }

  State state() {
    return circuit.getState();
  }

  /** When asking again makes sense while the circuit is open. */
  Duration nextTry() {
    return OPEN_FOR.dividedBy(3);
  }
}
