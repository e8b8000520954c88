package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.ScreenOverHttp;
import io.groceryplanner.StandInAi;
import io.groceryplanner.grafana.PromQl.Label;
import io.groceryplanner.grafana.PromQl.Selector;
import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.receipts.ServerProcess;
import io.groceryplanner.telemetry.OtlpReceiver;
import io.groceryplanner.telemetry.PrometheusSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules and dashboards name nothing that nobody exports: every metric and label in them is compared
 * with what both services, running and used, really send.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryContractTest {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Path PACKAGED_AI = Path.of("ai-service", "target", "app", "ai-service.jar");

  /** Labels whose every value is there from the start, so that values can be compared too. */
  private static final Set<String> WORDS =
      Set.of("job", "name", "state", "stage", "condition", "result");

  @TempDir static Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private LocalDatabase database;
  private OtlpReceiver collector;
  private ServerProcess web;
  private @Nullable ServerProcess ai;

  @BeforeAll
  void use() throws IOException, InterruptedException {
    database = LocalDatabase.start(folder.resolve("database"));
    collector = OtlpReceiver.start();
    environment.put("SPRING_PROFILES_ACTIVE", "prod");
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
    environment.put("OTEL_METRIC_EXPORT_INTERVAL", "1000");
    var aiUrl = StandInAi.get().url();
    if (Files.exists(PACKAGED_AI)) {
      var port = ServerProcess.freePort();
      var started = ServerProcess.packagedAi(environment, port, folder.resolve("ai.log"));
      ai = started;
      started.awaitHealth();
      aiUrl = "http://127.0.0.1:" + port;
    }
    environment.putAll(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", aiUrl);
    environment.put("APP_SECRET", "of this test");
    web = ServerProcess.web(environment, folder.resolve("web.log"));
    sendAReceipt();
    new ScreenOverHttp(web.port()).open("login", "");
    collectGarbage();
  }

  @AfterAll
  void stop() throws IOException {
    web.kill();
    if (ai != null) {
      ai.kill();
    }
    collector.close();
    database.close();
  }

  @Test
  void everyMetricAndLabelOfTheWebApplicationIsExported() {
    awaitNoneMissing(name -> !name.startsWith("ai_service_"));
  }

  @Test
  void everyMetricAndLabelOfAiServiceIsExported() {
    assumeTrue(
        ai != null || System.getenv("CI") != null,
        "ai-service is not packaged; ./planner package does it");
    awaitNoneMissing(name -> name.startsWith("ai_service_"));
  }

  private void awaitNoneMissing(Predicate<String> named) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(missing(collector.series(), named)).isEmpty());
  }

  /** The contract test itself would be worthless if it found nothing. */
  @Test
  void aNameThatNobodyExportsIsFound() {
    var series = List.<PrometheusSeries>of();

    assertThat(missing(series, _ -> true))
        .contains("http_server_requests_seconds_count", "process_uptime_seconds")
        .hasSizeGreaterThan(25);
  }

  private static SortedSet<String> missing(List<PrometheusSeries> series, Predicate<String> named) {
    var missing = new TreeSet<String>();
    for (var expression : expressions().toList()) {
      var asked = PromQl.of(expression);
      for (var selector : asked.selectors()) {
        if (named.test(selector.metric())) {
          missingOf(selector, series).forEach(missing::add);
        }
      }
      for (var label : asked.groupedBy()) {
        var metrics = asked.selectors().stream().map(Selector::metric).filter(named).toList();
        var found = series.stream().filter(one -> metrics.contains(one.name())).toList();
        if (!found.isEmpty() && found.stream().noneMatch(it -> it.labels().containsKey(label))) {
          missing.add("by (" + label + ") of " + metrics);
        }
      }
    }
    return missing;
  }

  private static Stream<String> missingOf(Selector selector, List<PrometheusSeries> series) {
    var found = series.stream().filter(one -> one.name().equals(selector.metric())).toList();
    if (found.isEmpty()) {
      return Stream.of(selector.metric());
    }
    return selector.labels().stream()
        .filter(label -> found.stream().noneMatch(one -> hasWhatIsAsked(one, label)))
        .map(label -> selector.metric() + "{" + label + "}");
  }

  private static boolean hasWhatIsAsked(PrometheusSeries series, Label label) {
    var value = series.labels().get(label.name());
    if (value == null || value.isEmpty()) {
      return false;
    }
    if (label.value().startsWith("$") || !WORDS.contains(label.name())) {
      return true;
    }
    return switch (label.operator()) {
      case "=" -> value.equals(label.value());
      case "!=" -> !value.equals(label.value());
      case "=~" -> value.matches(label.value());
      default -> !value.matches(label.value());
    };
  }

  private static Stream<String> expressions() {
    var ofRules =
        Provisioning.prometheusRules().stream().map(Provisioning.PrometheusRule::expression);
    var ofPanels =
        Provisioning.dashboards().stream()
            .map(Dashboard::new)
            .flatMap(dashboard -> dashboard.targets(Dashboard.PROMETHEUS))
            .map(Dashboard.Target::expression);
    return Stream.concat(ofRules, ofPanels);
  }

  private void sendAReceipt() {
    var household = RestHousehold.signUp(web.port());
    var sample = RestHousehold.sample("receipts/green-basket-mild.jpg");
    var sent = Objects.requireNonNull(household.upload("receipt.jpg", sample).getBody());
    var path = "/api/v1/receipts/" + sent.path("id").asString();
    await()
        .atMost(PATIENCE)
        .until(() -> String.valueOf(household.get(path).getBody()).contains("ready_for_review"));
    household.post("/api/v1/inventory/entries", "{\"name\": \"Quince jelly\"}");
    // In no catalogue, so that the model is asked.
    household.post("/api/v1/categorizations", "{\"names\": [\"wobbly bits of sunshine\"]}");
  }

  /** A pause is told of only after there was one. */
  private void collectGarbage() throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var collecting =
        new ProcessBuilder(jcmd, Long.toString(web.pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(collecting.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }
}
