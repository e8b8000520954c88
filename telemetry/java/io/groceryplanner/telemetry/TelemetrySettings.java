package io.groceryplanner.telemetry;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.PropertyResolver;

/**
 * What OpenTelemetry's own variables may say, wherever telemetry is sent from. Values that may hold
 * a secret are never repeated.
 */
public final class TelemetrySettings {

  private static final String INTERVAL = "OTEL_METRIC_EXPORT_INTERVAL";
  private static final String ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";
  private static final long LONGEST_INTERVAL_MS = 3_600_000;

  private TelemetrySettings() {}

  /** A sentence for each that is wrong, beginning with its name. */
  public static List<String> problems(PropertyResolver given) {
    List<String> problems = new ArrayList<>();
    String endpoint = value(given, OtlpTarget.ENDPOINT);
    if (!endpoint.isEmpty() && !isAddress(endpoint)) {
      problems.add(
          OtlpTarget.ENDPOINT + " should be an address such as https://otlp.example.org/otlp.");
    }
    for (String name : List.of(OtlpTarget.HEADERS, ATTRIBUTES)) {
      if (!arePairs(value(given, name))) {
        problems.add(name + " should be name=value, several between commas, percent-encoded.");
      }
    }
    String interval = value(given, INTERVAL);
    if (!interval.isEmpty() && !isInterval(interval)) {
      problems.add(
          "%s is \"%s\", but should be milliseconds, from 1 to %d."
              .formatted(INTERVAL, interval, LONGEST_INTERVAL_MS));
    }
    return problems;
  }

  private static String value(PropertyResolver given, String name) {
    return given.getProperty(name, "").strip();
  }

  private static boolean isAddress(String value) {
    try {
      URI address = URI.create(value);
      return Stream.of("http", "https").anyMatch(scheme -> scheme.equals(address.getScheme()))
          && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean arePairs(String value) {
    try {
      OtlpTarget.pairs(value);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return Stream.of(value.split(","))
        .filter(pair -> !pair.isBlank())
        .allMatch(pair -> pair.strip().indexOf('=') > 0);
  }

  private static boolean isInterval(String value) {
    try {
      long milliseconds = Long.parseLong(value);
      return milliseconds >= 1 && milliseconds <= LONGEST_INTERVAL_MS;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
