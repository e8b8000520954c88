package io.groceryplanner.jobs;

import java.time.Duration;

/**
 * How often a faulty step is tried: the pause doubles from {@code first} up to {@code longest}.
 *
 * @param attempts how many runs there are in all, at least 1
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {

  public static final RetryPolicy STANDARD =
      new RetryPolicy(6, Duration.ofSeconds(2), Duration.ofMinutes(2));

  /** The pause after this many failures in a row (1 is the first). */
  Duration pauseAfter(int failures) {
    var doubled = first.multipliedBy(1L << Math.min(failures - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
