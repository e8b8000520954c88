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
import io.groceryplanner.telemetry.PrometheusSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The database or the disk fails while receipts are under way; the application is never restarted
 * and nobody helps.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseOutageTest {

  private static final int COMMITTING = 4_712_000;

  @TempDir static Path folder;

  private LocalDatabase database;
  private FaultProxy network;
  private OtlpReceiver telemetry;
  private ServerProcess web;
  private RestHousehold household;

  @BeforeAll
  void start() throws IOException {
    database = LocalDatabase.start(folder.resolve("database"));
    var direct = java.net.URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
    network = FaultProxy.before(direct);
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put(
        "DATABASE_URL", database.jdbcUrl().replace(":" + direct + "/", ":" + network.port() + "/"));
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", "of this test");
    environment.put("DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s");
    telemetry = OtlpReceiver.start();
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.endpoint());
    environment.put("OTEL_METRIC_EXPORT_INTERVAL", "1000");
    // As in the product, in seconds that a test can wait for.
    environment.put(
        "SPRING_APPLICATION_JSON",
        "{\"spring.datasource.hikari.data-source-properties.socketTimeout\": \"4\"}");
    web = ServerProcess.web(environment, folder.resolve("web.log"));
  }

  @BeforeEach
  void signUp() {
    household = RestHousehold.signUp(web.port());
  }

  /** What one test broke is found out before the next begins. */
  @AfterEach
  void mend() {
    network.heal();
    network.cut();
    OutageParts.awaitCalm(household);
  }

  @AfterAll
  void stop() throws IOException {
    web.kill();
    telemetry.close();
    network.close();
    database.close();
  }

  @Test
  void connectionsCutInTheMiddleOfEveryStepLoseAndDoubleNothing() throws Exception {
    try (var gates = StageGates.shut(database)) {
      var id = upload();
      for (var stage : List.of(Stage.EXTRACTED, Stage.ITEMS_CREATED, Stage.READY_FOR_REVIEW)) {
        gates.awaitSomebodyAt(stage);
        network.cut();
        gates.open(stage);
      }
      OutageParts.awaitStage(household, id, "ready_for_review");
      OutageParts.awaitCalm(household);
      assertThat(OutageParts.lineNumbers(household, id)).isEqualTo(recordedLines());

      var hasty = household;
      var acceptance = CompletableFuture.supplyAsync(() -> hasty.post(accept(id)).getStatusCode());
      gates.awaitSomebodyAt(Stage.CONFIRMED);
      network.cut();
      gates.open(Stage.CONFIRMED);
      assertThat(acceptance.join().is5xxServerError()).as("it says that it failed").isTrue();
      OutageParts.awaitCalm(household);
      assertThat(OutageParts.receipt(household, id).get("stage").asString())
          .as("and that is true")
          .isEqualTo("ready_for_review");
      assertThat(OutageParts.countEntries(household)).isZero();
      household.post(accept(id));
      household.post(accept(id));

      assertThat(OutageParts.receipt(household, id).get("stage").asString()).isEqualTo("confirmed");
      assertThat((long) OutageParts.countEntries(household))
          .isEqualTo(OutageParts.countStocked(household, id));
    }
  }

  @Test
  void anUploadWhoseCommitWasNotHeardOfKeepsItsFiles() throws Exception {
    try (var connection = OutageParts.asOwner(database)) {
      holdCommitsOfNewReceipts(connection);
      var uploading = CompletableFuture.supplyAsync(this::send);
      await()
          .atMost(PATIENCE)
          .until(() ->
              OutageParts.count(
                      connection,
                      "select count(*) from pg_locks where not granted and objid = " + COMMITTING)
                  > 0);
      network.set(new Fault.LostAnswers());
      OutageParts.run(connection, "select pg_advisory_unlock(" + COMMITTING + ")");
      await().atMost(PATIENCE).until(() -> network.struck() > 0);
      network.heal();
      network.cut();

      assertThat(uploading.join().getStatusCode().is5xxServerError()).isTrue();
      OutageParts.awaitCalm(household);
      var again = send();
      assertThat(again.getStatusCode().value()).as("it is there already").isEqualTo(409);
      var id = OutageParts.body(again).get("existingReceiptId").asString();
      OutageParts.awaitStage(household, id, "ready_for_review");
      assertThat(OutageParts.countReceipts(household)).isEqualTo(1);
      assertThat(household.picture("/api/v1/receipts/" + id + "/picture")).isNotEmpty();
    } finally {
      try (var connection = OutageParts.asOwner(database)) {
        OutageParts.run(connection, "drop trigger if exists committing on receipt");
      }
    }
  }

  @Test
  void aDatabaseThatFallsSilentIsNotWaitedForForever() throws Exception {
    StandInAi.get().beBusy();
    try {
      var id = upload();
      network.set(new Fault.BlackHole());
      assertThat(send().getStatusCode().is5xxServerError()).as("an answer all the same").isTrue();
      network.heal();
      StandInAi.get().answerAsRecorded();

      OutageParts.awaitStage(household, id, "ready_for_review");
      OutageParts.awaitCalm(household);
      assertThat(OutageParts.lineNumbers(household, id)).isEqualTo(recordedLines());
    } finally {
      network.heal();
      StandInAi.get().answerAsRecorded();
    }
  }

  /** Or nobody would be paged. A gauge that asks the database itself would be waited for. */
  @Test
  void whileTheDatabaseIsSilentTelemetryGoesOn() {
    network.set(new Fault.BlackHole());
    try {
      await().atMost(PATIENCE).until(() -> network.struck() > 0);
      var before = telemetry.metrics().size();
      await().atMost(Duration.ofSeconds(20)).until(() -> telemetry.metrics().size() >= before + 5);
      assertThat(telemetry.series().stream().map(PrometheusSeries::name))
          .as("what it looks at by asking the database")
          .contains(
              "grocery_planner_storage_files", "grocery_planner_jobs", "grocery_planner_receipts");
    } finally {
      network.heal();
    }
  }

  /** The kernel refuses this process to write more, as it does on a full disk. */
  @Test
  void onAFullDiskAnUploadIsRefusedInPlainWordsAndLeavesNothing() throws Exception {
    assumeTrue(mayWrite("6000"), "prlimit of util-linux is not here");
    try {
      var before = countFiles();
      var picture = send();
      var text = household.postText("/api/v1/receipts", "Corner shop\nApples 2.00\nTotal 2.00\n");

      assertThat(text.getStatusCode().value()).as(text.toString()).isEqualTo(503);
      assertThat(OutageParts.body(text).get("detail").asString()).contains("try again");
      assertThat(picture.getStatusCode().value()).as(picture.toString()).isEqualTo(503);
      assertThat(OutageParts.body(picture).get("code").asString()).isEqualTo("not_kept");
      assertThat(OutageParts.body(picture).get("detail").asString())
          .contains("Nothing of it was stored", "try again");
      assertThat(OutageParts.countReceipts(household)).isZero();
      assertThat(countFiles()).as("no half file").isEqualTo(before);
    } finally {
      assertThat(mayWrite("unlimited")).isTrue();
    }
    OutageParts.awaitStage(household, upload(), "ready_for_review");
  }

  @Test
  void whereverTheConnectionBreaksARequestIsToldToComeAgain() {
    household.upload("r.jpg", RestHousehold.sample("receipts/lindenhof-creased.jpg"));
    var codes = new ArrayList<Integer>();
    try {
      for (int pieces = 0; pieces < 25; pieces++) {
        network.set(new Fault.BreakAfterAnswers(pieces));
        var answer = household.get("/api/v1/receipts");
        codes.add(answer.getStatusCode().value());
        if (answer.getStatusCode().value() != 200) {
          assertThat(answer.getStatusCode().value())
              .as("after %d pieces: %s", pieces, answer)
              .isEqualTo(503);
          assertThat(OutageParts.body(answer).get("code").asString()).isEqualTo("away");
        }
      }
    } finally {
      network.heal();
    }
    assertThat(codes).as("it broke under some").contains(503);
  }

  private boolean mayWrite(String bytes) throws InterruptedException {
    try {
      return new ProcessBuilder("prlimit", "--pid", "" + web.pid(), "--fsize=" + bytes + ":")
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void holdCommitsOfNewReceipts(java.sql.Connection connection) throws Exception {
    OutageParts.run(
        connection,
        """
        create or replace function wait_to_commit() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock_shared(%d);
          return null;
        end $$
        """
            .formatted(COMMITTING));
    OutageParts.run(
        connection,
        "create constraint trigger committing after insert on receipt deferrable initially deferred"
            + " for each row execute function wait_to_commit()");
    OutageParts.run(connection, "select pg_advisory_lock(" + COMMITTING + ")");
  }

  private long countFiles() throws IOException {
    try (var files = Files.walk(folder.resolve("files"))) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private String upload() {
    return OutageParts.body(send()).get("id").asString();
  }

  private org.springframework.http.ResponseEntity<tools.jackson.databind.JsonNode> send() {
    return household.upload("r.jpg", RestHousehold.sample("receipts/lindenhof-creased.jpg"));
  }

  private static String accept(String id) {
    return "/api/v1/receipts/" + id + "/accept";
  }

  private static List<Integer> recordedLines() {
    var lines = JsonMapper.shared().readTree(StandInAi.example(StandInAi.GERMAN_RECEIPT));
    return IntStream.rangeClosed(1, lines.get("lines").size()).boxed().toList();
  }
}
