package io.groceryplanner.base;

import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** A short number a person can quote and an admin can find in the log, beside the trace. */
public record FaultNumber(String value) {

  public static FaultNumber next() {
    var digits = "%08x".formatted(ThreadLocalRandom.current().nextInt()).toUpperCase(Locale.ROOT);
    return new FaultNumber(digits.substring(0, 4) + "-" + digits.substring(4));
  }

  @Override
  public String toString() {
    return value;
  }
}
