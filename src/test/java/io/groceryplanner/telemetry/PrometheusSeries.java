package io.groceryplanner.telemetry;

import java.util.SortedMap;

/**
 * One series of Prometheus, with its latest value.
 *
 * @param labels with {@code job} and {@code instance}, without the name
 */
public record PrometheusSeries(String name, SortedMap<String, String> labels, double value) {

  /** What makes it this series: name and labels, as one writes them in a query. */
  public String identity() {
    var written = new StringBuilder(name).append('{');
    labels.forEach(
        (label, value) -> written.append(label).append("=\"").append(value).append("\","));
    return written.append('}').toString();
  }

  @Override
  public String toString() {
    return identity() + " " + value;
  }
}
