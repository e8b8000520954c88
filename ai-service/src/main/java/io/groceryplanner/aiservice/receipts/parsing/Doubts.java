package io.groceryplanner.aiservice.receipts.parsing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows worth reading a second time: those that may tell shop or day, where that is not sure. */
final class Doubts {

  private static final int HEAD_ROWS = 4;
  private static final int MOST = 8;
  private static final double SURE = 0.85;

  private Doubts() {}

  static Set<Integer> in(List<Row> rows, @Nullable Found<?> merchant, @Nullable Found<?> date) {
    Set<Integer> doubts = new TreeSet<>();
    for (Row row : rows) {
      boolean head = row.index() < HEAD_ROWS && Merchants.mayBeIn(row);
      if (doubts.size() == MOST) {
        return doubts;
      }
      if ((!isSure(merchant) && head) || (!isSure(date) && Dates.mayBeIn(row))) {
        doubts.add(row.index());
      }
    }
    return doubts;
  }

  private static boolean isSure(@Nullable Found<?> found) {
    return found != null && found.confidence() >= SURE;
  }
}
