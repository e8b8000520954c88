package io.groceryplanner.ai;

import io.groceryplanner.ops.Circuit;
import io.groceryplanner.ops.Degradations.Subscription;
import io.groceryplanner.ops.Listeners;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The breaker, shown to admins. */
@Component
class AiCircuit implements Circuit {

  private final AiBreaker breaker;
  private final AiHealth health;
  private final Listeners listeners = new Listeners();

  AiCircuit(AiBreaker breaker, AiHealth health) {
    this.breaker = breaker;
    this.health = health;
    breaker.onChange(listeners::tell);
    health.onChange(listeners::tell);
  }

  @Override
  public State state() {
    return switch (breaker.state()) {
      case OPEN, FORCED_OPEN -> State.OPEN;
      case HALF_OPEN -> State.HALF_OPEN;
      case CLOSED, DISABLED, METRICS_ONLY -> State.CLOSED;
    };
  }

  @Override
  public Optional<Instant> nextProbe() {
    return breaker.nextProbe();
  }

  @Override
  public int failuresInARow() {
    return health.failuresInARow();
  }

  @Override
  public Subscription subscribe(Runnable listener) {
    return listeners.subscribe(listener);
  }
}
