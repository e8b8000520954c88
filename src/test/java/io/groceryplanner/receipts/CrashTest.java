package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The promise of the pipeline: a crash anywhere neither loses nor doubles anything. */
class CrashTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void killedBetweenEveryTwoStagesAReceiptArrivesOnceWithEachLineOnce() throws Exception {
    try (var database = LocalDatabase.start(folder.resolve("database"))) {
      var web = start(database);
      var household = RestHousehold.signUp(web.port());
      try (var gates = StageGates.shut(database)) {
        var content = RestHousehold.sample("receipts/lindenhof-creased.jpg");
        var id = body(household.upload("r.jpg", content)).get("id").asString();
        for (var stage : List.of(Stage.EXTRACTED, Stage.ITEMS_CREATED, Stage.READY_FOR_REVIEW)) {
          gates.awaitSomebodyAt(stage);
          web.kill();
          web = start(database);
          household = household.at(web.port());
          assertThat(receipt(household, id).get("stage").asString())
              .as("what was not committed is not there")
              .isEqualTo(Stage.values()[stage.ordinal() - 1].name().toLowerCase(Locale.ROOT));
          gates.open(stage);
        }
        awaitStage(household, id, "ready_for_review");
        assertThat(lineNumbers(receipt(household, id)))
            .isEqualTo(IntStream.rangeClosed(1, recordedLines()).boxed().toList());

        var hasty = household;
        var acceptance =
            CompletableFuture.runAsync(() -> hasty.post("/api/v1/receipts/" + id + "/accept"));
        gates.awaitSomebodyAt(Stage.CONFIRMED);
        web.kill();
        assertThat(acceptance).failsWithin(PATIENCE);
        web = start(database);
        household = household.at(web.port());
        assertThat(receipt(household, id).get("stage").asString())
            .as("an acceptance that was cut short did not happen at all")
            .isEqualTo("ready_for_review");
        assertThat(body(household.get("/api/v1/inventory/entries")).get("items")).isEmpty();

        gates.open(Stage.CONFIRMED);
        household.post("/api/v1/receipts/" + id + "/accept");
        household.post("/api/v1/receipts/" + id + "/accept");

        var stocked =
            StreamSupport.stream(receipt(household, id).get("lines").spliterator(), false)
                .filter(line -> line.get("stocked").asBoolean())
                .count();
        var entries = body(household.get("/api/v1/inventory/entries?limit=200"));
        assertThat(entries.get("items").size()).isEqualTo((int) stocked);
        assertThat(body(household.get("/api/v1/receipts")).get("items")).hasSize(1);
      } finally {
        web.kill();
      }
    }
  }

  private ServerProcess start(LocalDatabase database) throws Exception {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", "of this test");
    // A dead run is found after four missed beats; the product's five seconds would only take
    // longer.
    environment.put("DB_SCHEDULER_HEARTBEAT_INTERVAL", "1s");
    environment.put("DB_SCHEDULER_POLLING_INTERVAL", "200ms");
    return ServerProcess.web(environment, folder.resolve("web.log"));
  }

  private static int recordedLines() {
    return JsonMapper.shared()
        .readTree(StandInAi.example(StandInAi.GERMAN_RECEIPT))
        .get("lines")
        .size();
  }

  private static List<Integer> lineNumbers(JsonNode receipt) {
    return StreamSupport.stream(receipt.get("lines").spliterator(), false)
        .map(line -> line.get("lineNo").asInt())
        .toList();
  }

  private static void awaitStage(RestHousehold household, String id, String stage) {
    await()
        .atMost(PATIENCE)
        .until(() -> receipt(household, id).get("stage").asString().equals(stage));
  }

  private static JsonNode receipt(RestHousehold household, String id) {
    return body(household.get("/api/v1/receipts/" + id));
  }

  private static JsonNode body(ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }
}
