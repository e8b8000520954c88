package io.groceryplanner.ai;

import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.Listeners;
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
  private final Listeners listeners = new Listeners();
  private volatile @Nullable Instant answeredAt;

  AiHealth(Degradations degradations, Clock clock) {
    this.degradations = degradations;
    this.clock = clock;
  }

  void answered() {
    answeredAt = clock.instant();
    boolean isNews = failures.getAndSet(0) > 0;
    degradations.clear(Part.AI_SERVICE);
    if (isNews) {
      listeners.tell();
    }
  }

  void failed() {
    failures.incrementAndGet();
    degradations.report(Part.AI_SERVICE);
    listeners.tell();
  }

  void waking() {
    degradations.report(Part.AI_SERVICE, Kind.WAKING);
  }

  /** Calls and looks that failed since the last that did not. */
  int failuresInARow() {
    return failures.get();
  }

  /** Calls the listener after each change of that number. */
  final void onChange(Runnable listener) {
    listeners.subscribe(listener);
  }

  boolean isFine() {
    return degradations.find(Part.AI_SERVICE).isEmpty();
  }

  boolean answeredWithin(Duration time) {
    var last = answeredAt;
    return last != null && Duration.between(last, clock.instant()).compareTo(time) < 0;
  }
}
