package io.groceryplanner.receipts;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How long those wait who try again, or who kill at random. */
final class Pauses {

  private static final Duration MOMENT = Duration.ofMillis(200);

  private Pauses() {}

  static void aMoment() {
    of(MOMENT);
  }

  static void of(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }
}
