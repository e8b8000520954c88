package io.groceryplanner.ai;

import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this replica knows of ai-service from its calls and looks, without asking it. */
@Component
class AiHealth {

  private final Degradations degradations;
  private final Clock clock;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable Instant answeredAt;

  AiHealth(Degradations degradations, Clock clock) {
    this.degradations = degradations;
    this.clock = clock;
  }

  void answered() {
    answeredAt = clock.instant();
    failures.set(0);
    degradations.clear(Part.AI_SERVICE);
  }

  void failed() {
    failures.incrementAndGet();
    degradations.report(Part.AI_SERVICE);
  }

  void waking() {
    degradations.report(Part.AI_SERVICE, Kind.WAKING);
  }

  /** Calls and looks that failed since the last that did not. */
  int failuresInARow() {
    return failures.get();
  }

  boolean isFine() {
    return degradations.find(Part.AI_SERVICE).isEmpty();
  }

  boolean answeredWithin(Duration time) {
    var last = answeredAt;
    return last != null && Duration.between(last, clock.instant()).compareTo(time) < 0;
  }
}
