package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.storage.Azurite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blob store fails before and after a receipt came in, for as long as it likes. */
class BlobOutageTest {

  @TempDir Path folder;

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void whatCannotBeKeptIsRefusedAndWhatCannotBeReadWaitsWithoutSpendingAttempts() throws Exception {
    var azurite = Azurite.start(Files.createDirectory(folder.resolve("azurite")));
    assumeTrue(azurite.isPresent() || System.getenv("CI") != null, "Azurite is not here");
    try (var blobs = azurite.orElseThrow();
        var network = FaultProxy.before(blobs.port());
        var database = LocalDatabase.start(folder.resolve("database"));
        var connection = OutageParts.asOwner(database)) {
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.put("AZURE_STORAGE_CONNECTION_STRING", blobs.connectionString(network.port()));
      environment.put("PLANNER_DATA", folder.toString());
      environment.put("AI_SERVICE_URL", StandInAi.get().url());
      environment.put("APP_SECRET", "of this test");
      var web = ServerProcess.web(environment, folder.resolve("web.log"));
      try {
        var household = RestHousehold.signUp(web.port());
        var content = RestHousehold.sample("receipts/lindenhof-creased.jpg");

        network.set(new Fault.ServerError());
        var refused = household.upload("r.jpg", content);

        assertThat(refused.getStatusCode().value()).isEqualTo(503);
        assertThat(OutageParts.body(refused).get("detail").asString()).contains("try again");
        assertThat(OutageParts.countReceipts(household)).isZero();

        network.heal();
        StandInAi.get().beBusy();
        var id = OutageParts.body(household.upload("r.jpg", content)).get("id").asString();
        network.set(new Fault.ServerError());
        StandInAi.get().answerAsRecorded();
        await()
            .atMost(OutageParts.PATIENCE)
            .until(() ->
                OutageParts.count(
                        connection,
                        """
                        select count(*) from scheduled_tasks
                        where task_name = 'receipt-extract' and not picked
                          and execution_time > now() + interval '4 seconds'
                          and consecutive_failures = 0
                        """)
                    == 1);
        assertThat(network.struck()).as("attempts to read the file").isPositive();
        assertThat(OutageParts.receipt(household, id).get("condition").asString())
            .isNotEqualTo("failed");
        network.heal();
        OutageParts.awaitStage(household, id, "ready_for_review");
        assertThat(household.picture("/api/v1/receipts/" + id + "/picture")).isNotEmpty();
      } finally {
        web.kill();
      }
    }
  }
}
