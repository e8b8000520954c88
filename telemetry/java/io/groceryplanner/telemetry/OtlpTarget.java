package io.groceryplanner.telemetry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Where telemetry goes, in OpenTelemetry's own variables.
 *
 * @param endpoint without a slash at its end
 * @param headers what goes with every request, such as a key; never logged
 */
record OtlpTarget(String endpoint, Map<String, String> headers) {

  static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";

  /** Nothing where no endpoint is set: then nothing is sent. */
  static Optional<OtlpTarget> of(Environment environment) {
    String given = environment.getProperty(ENDPOINT, "").strip();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OtlpTarget(
                given.replaceFirst("/+$", ""), pairs(environment.getProperty(HEADERS, ""))));
  }

  String traces() {
    return endpoint + "/v1/traces";
  }

  String metrics() {
    return endpoint + "/v1/metrics";
  }

  String logs() {
    return endpoint + "/v1/logs";
  }

  /** {@code name=value} pairs between commas, percent-encoded as the OTLP specification says. */
  static Map<String, String> pairs(String written) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : written.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(
            pair.substring(0, equals).strip(),
            URLDecoder.decode(
                // A plus stands for itself here.
                pair.substring(equals + 1).strip().replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return pairs;
  }

  /** Without the headers: they hold a key. */
  @Override
  public String toString() {
    return endpoint;
  }
}
