package io.groceryplanner.receipts;

import static io.groceryplanner.receipts.OutageParts.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas on one database, each with a way of its own to ai-service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoReplicasTest {

  private static final int RECEIPTS = 8;

  @TempDir static Path folder;

  private LocalDatabase database;
  private final List<FaultProxy> ways = new ArrayList<>();
  private final List<ServerProcess> replicas = new ArrayList<>();

  @BeforeAll
  void start() throws IOException {
    database = LocalDatabase.start(folder.resolve("database"));
    replicas.add(replica("one"));
    replicas.add(replica("other"));
  }

  private ServerProcess replica(String name) throws IOException {
    var way = FaultProxy.before(URI.create(StandInAi.get().url()).getPort());
    ways.add(way);
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", "http://127.0.0.1:" + way.port());
    environment.put("APP_SECRET", "of this test");
    return ServerProcess.web(environment, folder.resolve(name + ".log"));
  }

  @AfterEach
  void heal() {
    ways.forEach(FaultProxy::heal);
    StandInAi.get().answerAsRecorded();
  }

  @AfterAll
  void stop() throws IOException {
    replicas.forEach(ServerProcess::kill);
    for (var way : ways) {
      way.close();
    }
    database.close();
  }

  @Test
  void eachReceiptIsReadOnceWhicheverReplicaTookIt() {
    StandInAi.get().readFor(Duration.ofMillis(200));
    var household = RestHousehold.signUp(replicas.getFirst().port());

    var receipts = new ArrayList<String>();
    for (var upload : SoakUpload.many(RECEIPTS)) {
      var there = household.at(replicas.get(upload.number() % 2).port());
      receipts.add(
          OutageParts.body(there.upload(upload.fileName(), upload.content())).get("id").asString());
    }
    receipts.forEach(id -> OutageParts.awaitStage(household, id, "ready_for_review"));

    assertThat(StandInAi.get().readings()).isEqualTo(RECEIPTS);
    for (var id : receipts) {
      assertThat(OutageParts.lineNumbers(household, id)).doesNotHaveDuplicates().isNotEmpty();
    }
  }

  @Test
  void aReplicaThatCannotReachAiServiceSaysSoAloneAndTheOtherReadsOn() {
    var cutOff = replicas.getFirst();
    var well = replicas.getLast();
    ways.getFirst().set(new Fault.Reset());
    ways.getFirst().cut();
    await().atMost(PATIENCE).until(() -> aiAsSeenBy(cutOff).equals("down"));
    assertThat(aiAsSeenBy(well)).isEqualTo("ok");

    var household = RestHousehold.signUp(cutOff.port());
    var id =
        OutageParts.body(
                household.upload("r.jpg", RestHousehold.sample("receipts/lindenhof-creased.jpg")))
            .get("id")
            .asString();
    OutageParts.awaitStage(household, id, "ready_for_review");
    assertThat(aiAsSeenBy(cutOff)).as("read by the other").isEqualTo("down");

    ways.getFirst().heal();
    await().atMost(PATIENCE).until(() -> aiAsSeenBy(cutOff).equals("ok"));
  }

  private static String aiAsSeenBy(ServerProcess replica) {
    return OutageParts.body(RestHousehold.anonymous(replica.port()).get("/health"))
        .get("ai_service")
        .asString();
  }
}
