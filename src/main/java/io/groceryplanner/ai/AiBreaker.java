package io.groceryplanner.ai;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens at the 5th failure inside 60 s, lets one probe through 30 s later, and closes when that
 * succeeds. One per replica.
 *
 * <p>resilience4j opens at a rate, not at a count. So that successes never dilute the failures, a
 * success is not recorded while the circuit is closed: the rate is then always 100 % and the
 * minimum number of calls is the count.
 */
@Component
class AiBreaker {

  static final String NAME = "ai-service";

  private static final int FAILURES = 5;
  private static final int WINDOW_SECONDS = 60;
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);

  private final CircuitBreakerRegistry registry;
  private final CircuitBreaker circuit;
  private final Clock clock;
  private volatile @Nullable Instant openedAt;

  AiBreaker(Clock clock) {
    this.clock = clock;
    this.registry =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(c -> c.millis(), TimeUnit.MILLISECONDS)
                .slidingWindow(WINDOW_SECONDS, FAILURES, SlidingWindowType.TIME_BASED)
                .failureRateThreshold(100)
                // It must have passed, not just be reached: a millisecond less makes that 30 s.
                .waitDurationInOpenState(OPEN_FOR.minusMillis(1))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
    this.circuit = registry.circuitBreaker(NAME);
    onChange(() -> openedAt = state() == State.OPEN ? clock.instant() : null);
  }

  /**
   * Leave to make one call, which must end in one of {@link #succeeded}, {@link #failed} and {@link
   * #withoutVerdict}.
   *
   * @param isProbe the one that decides whether the circuit closes; what was sent before it opened
   *     and comes back late decides nothing
   */
  record Permit(boolean isProbe) {}

  /** Nothing while the circuit is open, or the one probe is under way. */
  Optional<Permit> ask() {
    return circuit.tryAcquirePermission()
        ? Optional.of(new Permit(state() == State.HALF_OPEN))
        : Optional.empty();
  }

  void succeeded(Permit permit) {
    if (permit.isProbe()) {
      circuit.onSuccess(0, TimeUnit.MILLISECONDS);
    }
  }

  void failed(Permit permit, Throwable cause) {
    if (permit.isProbe() || state() == State.CLOSED) {
      circuit.onError(0, TimeUnit.MILLISECONDS, cause);
    }
  }

  /** The call says nothing about ai-service; after a probe of this kind the next call is one. */
  void withoutVerdict(Permit permit) {
    if (permit.isProbe()) {
      circuit.releasePermission();
    }
  }

  State state() {
    return circuit.getState();
  }

  /** While the circuit is open: when the probe may go out. */
  Optional<Instant> nextProbe() {
    return Optional.ofNullable(openedAt).map(at -> at.plus(OPEN_FOR));
  }

  /** When asking again makes sense, at least a second from now. */
  Duration untilNextTry() {
    var soonest = Duration.ofSeconds(1);
    return nextProbe()
        .map(at -> Duration.between(clock.instant(), at))
        .filter(wait -> wait.compareTo(soonest) > 0)
        .orElse(soonest);
  }

  /** Calls the listener after each change of state. */
  final void onChange(Runnable listener) {
    circuit.getEventPublisher().onStateTransition(_ -> listener.run());
  }

  /** What meters are bound to. */
  CircuitBreakerRegistry registry() {
    return registry;
  }
}
