package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.receipts.ServerProcess;
import io.groceryplanner.telemetry.OtlpReceiver;
import io.groceryplanner.telemetry.PrometheusSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real outage, as a running application really tells of it, makes its alert fire. */
class AlertOnRealSeriesTest {

  private static final String FAILURES = "grocery_planner_ai_health_consecutive_failures";

  @TempDir Path folder;

  @Test
  void anAiServiceThatIsAwayCrossesTheLineAndPages() throws Exception {
    try (var database = LocalDatabase.start(folder.resolve("database"));
        var collector = OtlpReceiver.start()) {
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.put("PLANNER_DATA", folder.toString());
      environment.put("APP_SECRET", "of this test");
      environment.put("AI_SERVICE_URL", "http://127.0.0.1:1");
      environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
      environment.put("OTEL_METRIC_EXPORT_INTERVAL", "1000");
      var web = ServerProcess.web(environment, folder.resolve("web.log"));
      try {
        await()
            .atMost(Duration.ofSeconds(90))
            .until(() -> {
              var told = collector.value(FAILURES, Map.of());
              return told != null && told > 4;
            });
      } finally {
        web.kill();
      }

      var real = failures(collector);
      var series = real.identity();
      var rule = AlertTrial.of("ai-service-down", folder);
      var value = Integer.toString((int) real.value());
      var answer =
          rule.run(
              List.of(
                  // A collector's minutes: nothing wrong, then what was told, then well again.
                  trial(series, "0 0 " + value + " " + value + " " + value, "4m", true),
                  trial(series, "0 0 " + value + " 0 0", "4m", false)));
      assertThat(answer.isGood()).as(answer.text()).isTrue();
    }
  }

  private static AlertTrial.Case trial(String series, String values, String at, boolean fires) {
    return new AlertTrial.Case(Map.of(series, values), at, fires, Map.of());
  }

  private static PrometheusSeries failures(OtlpReceiver collector) {
    return collector.series().stream()
        .filter(one -> one.name().equals(FAILURES))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not told yet"));
  }
}
