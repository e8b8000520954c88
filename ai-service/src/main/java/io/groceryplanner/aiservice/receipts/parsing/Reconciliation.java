package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.List;

/** Puts right a line that was misread, where the sums leave no other explanation. */
final class Reconciliation {

  private Reconciliation() {}

  /** The lines, with at most one of them changed so that they add up to the total. */
  static List<LineBuilder> of(List<LineBuilder> lines, long total) {
    long sum = sum(lines);
    if (sum == total || lines.isEmpty()) {
      return lines;
    }
    for (LineBuilder line : lines) {
      for (long reading : line.otherReadings()) {
        if (sum - line.cents() + reading == total) {
          line.reread(reading);
          return lines;
        }
      }
    }
    LineBuilder last = lines.getLast();
    boolean sumInDisguise = lines.size() > 1 && (last.net() == total || last.net() * 2 == sum);
    if (sumInDisguise && sum - last.net() == total) {
      return new ArrayList<>(lines.subList(0, lines.size() - 1));
    }
    return lines;
  }

  static long sum(List<LineBuilder> lines) {
    return lines.stream().mapToLong(LineBuilder::net).sum();
  }
}
