package io.groceryplanner.aiservice.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A table for people, then one line of JSON for whoever reads on. */
final class Figures {

  private final List<String[]> rows = new ArrayList<>();

  Figures(String... header) {
    rows.add(header);
  }

  void row(Object... cells) {
    rows.add(Arrays.stream(cells).map(Figures::text).toArray(String[]::new));
  }

  void print(Map<String, ?> json) {
    int columns = rows.getFirst().length;
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        int at = column;
        int width = rows.stream().mapToInt(each -> each[at].length()).max().orElse(0);
        String format = column == 0 ? "%-" + width + "s" : "  %" + width + "s";
        line.append(String.format(Locale.ROOT, format, row[column]));
      }
      System.out.println(line.toString().stripTrailing());
    }
    System.out.println(JsonMapper.shared().writeValueAsString(json));
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? String.format(Locale.ROOT, "%.2f", number)
        : cell.toString();
  }

  /** The value that {@code share} of all values do not exceed, by the nearest rank. */
  static double percentile(Collection<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return rounded(sorted.get(Math.clamp(rank - 1L, 0, sorted.size() - 1)));
  }

  static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
