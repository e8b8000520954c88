package io.groceryplanner.receipts;

import io.groceryplanner.jobs.StepResult;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * How many receipts this replica has ai-service read at a time. Who finds no place looks again a
 * little later, without holding a thread or spending an attempt; so however many receipts wait,
 * ai-service is never flooded, and the other steps go on.
 */
@Component
class ExtractionPlaces {

  /**
   * @param atOnce of one replica; all replicas together should stay within what ai-service reads
   *     and queues (10 with two processors)
   */
  @ConfigurationProperties("planner.receipts.extraction")
  record Settings(@DefaultValue("2") int atOnce) {}

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofSeconds(4);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final Semaphore places;

  ExtractionPlaces(Settings settings) {
    this.places = new Semaphore(settings.atOnce());
  }

  /** What came of asking for a place. */
  sealed interface Turn<T> {
    record Done<T>(T value) implements Turn<T> {}

    record Wait<T>(Duration pause) implements Turn<T> {}
  }

  <T> Turn<T> take(Supplier<T> work) {
    if (!places.tryAcquire()) {
      return new Turn.Wait<>(between(SOONEST, LATEST));
    }
    try {
      return new Turn.Done<>(work.get());
    } finally {
      places.release();
    }
  }

  /**
   * Comes back after about this long, since ai-service or a file is away; no attempt is spent. The
   * breaker answers at once while it is open.
   */
  static StepResult lookAgain(Duration wished) {
    var pause = wished.compareTo(LONGEST_PAUSE) < 0 ? wished : LONGEST_PAUSE;
    // Those who were sent away together must not come back together.
    return new StepResult.LookAgainIn(between(pause, pause.plus(pause.dividedBy(2))));
  }

  /** At random, so that those who wait don't all come at once. */
  static Duration between(Duration soonest, Duration latest) {
    return Duration.ofMillis(
        ThreadLocalRandom.current().nextLong(soonest.toMillis(), latest.toMillis() + 1));
  }
}
