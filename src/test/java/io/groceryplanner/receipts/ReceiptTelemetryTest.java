package io.groceryplanner.receipts;

import static io.groceryplanner.receipts.OutageParts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.telemetry.OtlpReceiver;
import io.groceryplanner.telemetry.ReceivedSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the running application tells of receipts, as a collector gets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTelemetryTest {

  private static final String WEB = "grocery-planner-web";
  private static final String AI = "grocery-planner-ai";
  private static final Path PACKAGED_AI = Path.of("ai-service", "target", "app", "ai-service.jar");

  /** Words nobody but a test writes: of people, of receipts, and a key of the collector's. */
  private static final String KEY = "quumbatkey";

  @TempDir static Path folder;

  private LocalDatabase database;
  private OtlpReceiver collector;
  private ServerProcess web;

  @BeforeAll
  void start() throws IOException {
    database = LocalDatabase.start(folder.resolve("database"));
    collector = OtlpReceiver.start();
    web = web(database, collector.endpoint(), StandInAi.get().url(), "web.log");
  }

  @AfterAll
  void stop() throws IOException {
    web.kill();
    collector.close();
    database.close();
  }

  private static ServerProcess web(
      LocalDatabase database, String endpoint, String aiUrl, String log) throws IOException {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", aiUrl);
    environment.put("APP_SECRET", "of this test");
    environment.put("SPRING_PROFILES_ACTIVE", "prod");
    environment.putAll(exporting(endpoint));
    return ServerProcess.web(environment, folder.resolve(log));
  }

  private static Map<String, String> exporting(String endpoint) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        endpoint,
        "OTEL_EXPORTER_OTLP_HEADERS",
        "authorization=Basic%20" + KEY,
        "OTEL_METRIC_EXPORT_INTERVAL",
        "1000",
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_SCHEDULE_DELAY",
        "200ms");
  }

  @Test
  void oneTraceLeadsFromAnUploadThroughItsJobsToItsReview() {
    var household = RestHousehold.signUp(web.port());
    var id = upload(household, "lindenhof-creased.jpg");
    OutageParts.awaitStage(household, id, "ready_for_review");

    var trace = awaitTrace(collector, id);
    assertThat(names(trace))
        .containsSubsequence(
            "http post /api/v1/receipts",
            "job receipt-extract",
            "http post",
            "job receipt-persist",
            "job receipt-match",
            "job receipt-categorize",
            "http post");
    var upload = find(trace, "http post /api/v1/receipts");
    var extract = find(trace, "job receipt-extract");
    assertThat(upload.parentId()).as("nothing came before").isEmpty();
    assertThat(extract.parentId()).isEqualTo(upload.spanId());
    assertThat(find(trace, "http post").parentId()).isEqualTo(extract.spanId());
    assertThat(find(trace, "job receipt-persist").parentId()).isEqualTo(extract.spanId());
    assertThat(trace)
        .as("each belongs to one before")
        .allMatch(span ->
            span.parentId().isEmpty()
                || trace.stream().anyMatch(other -> other.spanId().equals(span.parentId())));

    var statements =
        trace.stream()
            .filter(span -> span.attributes().toString().contains("receipt_line"))
            .toList();
    assertThat(statements).as("what was written is there as statements").isNotEmpty();

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(collector.logs())
                .filteredOn(line -> line.traceId().equals(upload.traceId()))
                .filteredOn(line -> line.body().endsWith("is READY_FOR_REVIEW now"))
                .singleElement()
                .satisfies(line ->
                    assertThat(line.attributes())
                        .containsEntry("household", household.id().toString())
                        .containsEntry("receipt", id)
                        .containsEntry("job", "receipt-match")));
  }

  @Test
  void logsArePlainObjectsWithTheirTrace() throws IOException {
    var household = RestHousehold.signUp(web.port());
    var id = upload(household, "lindenhof-skewed.jpg");
    OutageParts.awaitStage(household, id, "ready_for_review");

    var lines = log("web.log").stream().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).isNotEmpty().allMatch(line -> line.isObject());
    assertThat(lines)
        .filteredOn(line -> line.path("receipt").asString("").equals(id))
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.path("trace_id").asString("")).matches("[0-9a-f]{32}");
          assertThat(line.path("span_id").asString("")).matches("[0-9a-f]{16}");
          assertThat(line.path("household").asString("")).isEqualTo(household.id().toString());
        });
  }

  @Test
  void everyFigureThatAlertsAndDashboardsLookAtIsThere() {
    var household = RestHousehold.signUp(web.port());
    OutageParts.awaitStage(
        household, upload(household, "mill-lane-tilted.jpg"), "ready_for_review");
    household.get("/health");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(collector.value(PROCESSED, Map.of("status", "ready"))).isPositive());
    var series = collector.series();
    assertThat(series.stream().map(found -> found.name()).distinct())
        .contains(
            "http_server_requests_seconds_bucket",
            "http_client_requests_seconds_count",
            "hikaricp_connections_acquire_seconds_bucket",
            "hikaricp_connections_active",
            "dbscheduler_task_completions_total",
            PROCESSED,
            "grocery_planner_receipt_queue_depth",
            "grocery_planner_receipts",
            "grocery_planner_jobs",
            "grocery_planner_job_age_seconds",
            "grocery_planner_job_seconds_count",
            "grocery_planner_errors_total",
            "grocery_planner_push_sessions",
            "grocery_planner_live_notices_total",
            "grocery_planner_container_memory_ratio",
            "jdbc_query_seconds_count",
            "jvm_memory_used_bytes",
            "jvm_gc_pause_seconds_count",
            "process_uptime_seconds");
    assertThat(collector.value("http_server_requests_seconds_bucket", Map.of("le", "5")))
        .isNotNull();
    assertThat(collector.value("hikaricp_connections_acquire_seconds_bucket", Map.of("le", "0.5")))
        .isNotNull();
    assertThat(series)
        .as("every task from the beginning, with every outcome")
        .filteredOn(found -> found.name().equals("dbscheduler_task_completions_total"))
        .filteredOn(found -> "receipt-rescan".equals(found.labels().get("task")))
        .extracting(found -> found.labels().get("result"))
        .contains("ok", "failed");
    assertThat(series)
        .allSatisfy(found -> {
          assertThat(found.labels().get("job")).isIn(WEB, AI);
          assertThat(found.labels().get("instance")).hasSize(36);
        });
    assertThat(series.toString()).as("probes are not told").doesNotContain("/health");
    assertThat(names(collector.spans())).noneMatch(name -> name.contains("/health"));
  }

  @Test
  void nothingOfPeopleOrReceiptsIsInWhatIsTold() throws IOException {
    var household = RestHousehold.signUp(web.port());
    var secret = "zorblat-" + household.id();
    household.post(
        "/api/v1/tokens",
        "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(household.email(), secret));
    household.post(
        "/api/v1/tokens", "{\"email\": \"snorkwort@example.org\", \"password\": zorblat");
    household.download("/api/v1/snorkwort", "");
    household.get("/api/v1/receipts/snorkwort");
    household.get("/api/v1/receipts?limit=snorkwort");
    household.get("/api/v1/inventory/items?query=snorkwort");
    household.download("/snorkwort@example.org", "");
    household.postText("/api/v1/receipts", "Plumfizz market\nSnorkwort soup 2.00\nTotal 2.00\n");
    household.upload("snorkwort.jpg", RestHousehold.sample("bad/truncated.jpg"));
    var id = upload(household, "sonnental-scan.png");
    OutageParts.awaitStage(household, id, "ready_for_review");
    awaitTrace(collector, id);

    var told =
        (collector.everything() + String.join("\n", log("web.log"))).toLowerCase(Locale.ROOT);
    assertThat(told).as("something was told").contains(id);
    var read = JsonMapper.shared().readTree(StandInAi.example(StandInAi.GERMAN_RECEIPT));
    var ofTheReceipt =
        Stream.concat(
            Stream.of(read.get("merchant").asString()),
            read.get("lines").valueStream().map(line -> line.get("description").asString()));
    Stream.concat(
            Stream.of(
                household.email(),
                RestHousehold.password(),
                household.token(),
                "snorkwort",
                "plumfizz",
                "zorblat",
                KEY),
            ofTheReceipt)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .forEach(word -> assertThat(told.contains(word)).as("'%s' is told", word).isFalse());
  }

  @Test
  void anEndpointThatNeverAnswersSlowsNothing() throws IOException {
    try (var network = FaultProxy.before(collector.port())) {
      network.set(new Fault.BlackHole());
      var unheard =
          web(
              database,
              "http://127.0.0.1:" + network.port() + "/otlp",
              StandInAi.get().url(),
              "unheard.log");
      try {
        var household = RestHousehold.signUp(unheard.port());
        household.get("/api/v1/receipts");
        await().atMost(PATIENCE).until(() -> network.struck() > 0);
        var began = System.nanoTime();
        for (int i = 0; i < 50; i++) {
          assertThat(household.get("/api/v1/receipts").getStatusCode().value()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));

        // Three exports of ten seconds would be thirty.
        assertThat(unheard.stop()).isLessThan(Duration.ofSeconds(20));
        assertThat(Files.readAllLines(folder.resolve("unheard.log")))
            .as("said once")
            .filteredOn(line -> line.contains("cannot be delivered"))
            .hasSize(1);
      } finally {
        unheard.kill();
      }
    }
  }

  @Test
  void theTraceGoesOnInAiService() throws IOException {
    assumeTrue(Files.exists(PACKAGED_AI), "ai-service is not packaged; ./planner package does it");
    var port = ServerProcess.freePort();
    Map<String, String> environment = new HashMap<>(exporting(collector.endpoint()));
    environment.put("SPRING_PROFILES_ACTIVE", "prod");
    var ai = ServerProcess.packagedAi(environment, port, folder.resolve("ai.log"));
    // A database of its own: jobs go to any replica, also to one that asks the stand-in.
    try (var ownDatabase = LocalDatabase.start(folder.resolve("own-database"))) {
      var both = web(ownDatabase, collector.endpoint(), "http://127.0.0.1:" + port, "both.log");
      try {
        ai.awaitHealth();
        var household = RestHousehold.signUp(both.port());
        var id = upload(household, "green-basket-mild.jpg");
        OutageParts.awaitStage(household, id, "ready_for_review");

        var upload = find(awaitTrace(collector, id), "http post /api/v1/receipts");
        await()
            .atMost(PATIENCE)
            .until(() -> names(trace(collector, upload.traceId())).contains("ocr"));
        var trace = trace(collector, upload.traceId());
        assertThat(names(trace))
            .containsSubsequence(
                "http post /api/v1/receipts",
                "job receipt-extract",
                "http post",
                "http post /api/v1/receipts/extract",
                "ocr",
                "job receipt-persist",
                "job receipt-match");
        var call = find(trace, "http post");
        var served = find(trace, "http post /api/v1/receipts/extract");
        assertThat(served.service()).isEqualTo(AI);
        assertThat(served.parentId()).isEqualTo(call.spanId());
        assertThat(find(trace, "ocr").parentId()).isEqualTo(served.spanId());
        await()
            .atMost(PATIENCE)
            .untilAsserted(() ->
                assertThat(collector.logs())
                    .filteredOn(line -> line.service().equals(AI))
                    .filteredOn(line -> line.traceId().equals(upload.traceId()))
                    .extracting(line -> line.body())
                    .anyMatch(
                        body -> body.startsWith("POST /api/v1/receipts/extract answered 200")));
        assertThat(log("ai.log")).anyMatch(line -> line.contains(upload.traceId()));
        assertThat(log("both.log")).anyMatch(line -> line.contains(upload.traceId()));
        await()
            .atMost(PATIENCE)
            .until(() ->
                collector.value("ai_service_ocr_duration_seconds_count", Map.of("job", AI))
                    != null);
        assertThat(collector.value("process_uptime_seconds", Map.of("job", AI))).isPositive();
        assertThat(collector.value("jvm_threads_live", Map.of("job", AI))).isPositive();
        assertThat(collector.value("grocery_planner_errors_total", Map.of("job", AI))).isZero();
        assertThat(
                collector.value(
                    "http_server_requests_seconds_bucket", Map.of("job", AI, "le", "5")))
            .isPositive();
      } finally {
        both.kill();
      }
    } finally {
      ai.kill();
    }
  }

  private static final String PROCESSED =
      "grocery_planner_receipt_processing_duration_seconds_count";

  private static String upload(RestHousehold household, String sample) {
    return OutageParts.body(household.upload("r.jpg", RestHousehold.sample("receipts/" + sample)))
        .get("id")
        .asString();
  }

  /** The trace of the upload that made this receipt, once its last job has come in. */
  private static List<ReceivedSpan> awaitTrace(OtlpReceiver collector, String receipt) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                collector.logs().stream()
                    .filter(line -> receipt.equals(line.attributes().get("receipt")))
                    .map(line -> trace(collector, line.traceId()))
                    .findFirst()
                    .orElse(List.of()),
            trace ->
                names(trace)
                    .containsAll(List.of("http post /api/v1/receipts", "job receipt-categorize")));
  }

  private static List<ReceivedSpan> trace(OtlpReceiver collector, String id) {
    return collector.spans().stream().filter(span -> span.traceId().equals(id)).toList();
  }

  private static List<String> names(List<ReceivedSpan> spans) {
    return spans.stream().map(ReceivedSpan::name).toList();
  }

  private static ReceivedSpan find(List<ReceivedSpan> trace, String name) {
    return trace.stream()
        .filter(span -> span.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + names(trace)));
  }

  private static List<String> log(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name)).stream().filter(Objects::nonNull).toList();
  }
}
