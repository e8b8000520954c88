package io.groceryplanner.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collector for programs that are no Java: prints its endpoint, then a line of JSON for each
 * export with the series of the names asked for. Ends when its input does.
 */
final class SeriesPrinter {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SeriesPrinter() {}

  record Said(String name, Map<String, String> labels, double value) {}

  /** The port to listen on, 0 for any, and the names that Prometheus would give to the series. */
  public static void main(String[] args) throws Exception {
    var names = Set.copyOf(List.of(args).subList(1, args.length));
    try (var receiver = OtlpReceiver.startAt(Integer.parseInt(args[0]))) {
      System.out.println(JSON.writeValueAsString(Map.of("endpoint", receiver.endpoint())));
      var ended = Thread.ofVirtual().start(SeriesPrinter::awaitEndOfInput);
      int printed = 0;
      while (!ended.join(Duration.ofMillis(100))) {
        var metrics = receiver.metrics();
        for (var said : metrics.subList(printed, metrics.size())) {
          System.out.println(
              JSON.writeValueAsString(
                  PrometheusNames.seriesOf(said).stream()
                      .filter(series -> names.contains(series.name()))
                      .map(series -> new Said(series.name(), series.labels(), series.value()))
                      .toList()));
        }
        printed = metrics.size();
      }
    }
  }

  private static void awaitEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Then it has ended too.
    }
  }
}
