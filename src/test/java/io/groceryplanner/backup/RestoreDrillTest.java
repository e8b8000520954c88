package io.groceryplanner.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.backup.Backup.BackupResult;
import io.groceryplanner.backup.Restore.RestoreResult;
import io.groceryplanner.localdatabase.FullAccess;
import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.receipts.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/**
 * The day after the disk died. With {@code -Drecord=true} the drill's backup is kept as the fixture
 * of this version; each release keeps one, and today's program must open all of them.
 */
class RestoreDrillTest {

  private static final Path FIXTURES = Path.of("src", "test", "resources", "backups");
  private static final String THIS_RELEASE = "0.1.zip";
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path folder;

  @Test
  void afterTheFolderIsGoneTheReceiptItsPictureAndTheSignInAreBack() throws Exception {
    var data = Files.createDirectory(folder.resolve("data"));
    var backup = folder.resolve("backup.zip");
    JsonNode receipt;
    byte[] picture;
    RestHousehold household;
    String id;
    Files.writeString(data.resolve(Manifest.SECRET), "of this test");
    try (var database = LocalDatabase.start(data.resolve("database"))) {
      var web = start(database, data);
      try {
        household = RestHousehold.signUp(web.port());
        id =
            body(household.upload("r.jpg", RestHousehold.sample("receipts/lindenhof-creased.jpg")))
                .get("id")
                .asString();
        awaitReview(household, id);
        household.post("/api/v1/receipts/" + id + "/accept");
        receipt = body(household.get("/api/v1/receipts/" + id));
        picture = household.picture("/api/v1/receipts/" + id + "/picture");
        assertThat(new Backup(Clock.systemUTC()).make(data, backup))
            .isInstanceOf(BackupResult.Made.class);
      } finally {
        web.kill();
      }
    }
    FileUtils.deleteDirectory(data.toFile());
    if (Boolean.getBoolean("record")) {
      Files.createDirectories(FIXTURES);
      Files.copy(backup, FIXTURES.resolve(THIS_RELEASE), StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(new Restore(Clock.systemUTC()).restore(backup, data, false))
        .isInstanceOf(RestoreResult.Restored.class);

    try (var database = LocalDatabase.start(data.resolve("database"))) {
      var web = start(database, data);
      try {
        var again = household.at(web.port());
        assertThat(body(again.get("/api/v1/receipts/" + id))).isEqualTo(receipt);
        assertThat(again.picture("/api/v1/receipts/" + id + "/picture"))
            .isNotEmpty()
            .isEqualTo(picture);
        assertThat(signIn(web, household.email())).isNotEmpty();
        assertThat(body(again.get("/api/v1/inventory/entries")).get("items")).isNotEmpty();
      } finally {
        web.kill();
      }
    }
  }

  static Path[] fixtures() throws IOException {
    try (var all = Files.list(FIXTURES)) {
      return all.toArray(Path[]::new);
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatAnEarlierReleaseBackedUpOpensInThisOne(Path fixture) throws Exception {
    var data = folder.resolve("data");
    assertThat(new Restore(Clock.systemUTC()).restore(fixture, data, false))
        .isInstanceOf(RestoreResult.Restored.class);
    String email;
    try (var access = FullAccess.open(data.resolve("database"));
        var connection = access.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select email from app_user")) {
      rows.next();
      email = rows.getString(1);
    }

    try (var database = LocalDatabase.start(data.resolve("database"))) {
      var web = start(database, data);
      try {
        var household =
            RestHousehold.known(web.port(), new java.util.UUID(0, 0), signIn(web, email));
        var receipts = body(household.get("/api/v1/receipts")).get("items");
        assertThat(receipts).isNotEmpty();
        var id = receipts.get(0).get("id").asString();
        var receipt = body(household.get("/api/v1/receipts/" + id));
        assertThat(receipt.get("stage").asString()).isEqualTo("confirmed");
        assertThat(receipt.get("lines")).isNotEmpty();
        assertThat(household.picture("/api/v1/receipts/" + id + "/picture")).isNotEmpty();
        assertThat(body(household.get("/api/v1/inventory/entries")).get("items")).isNotEmpty();
      } finally {
        web.kill();
      }
    }
  }

  private static String signIn(ServerProcess web, String email) {
    var answer =
        RestHousehold.anonymous(web.port())
            .post(
                "/api/v1/tokens",
                """
                {"email": "%s", "password": "%s", "label": "drill"}
                """
                    .formatted(email, RestHousehold.password()));
    return body(answer).get("token").asString();
  }

  private static void awaitReview(RestHousehold household, String id) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            body(household.get("/api/v1/receipts/" + id))
                .get("stage")
                .asString()
                .equals("ready_for_review"));
  }

  private static JsonNode body(ResponseEntity<JsonNode> answer) {
    return Objects.requireNonNull(answer.getBody(), answer::toString);
  }

  private ServerProcess start(LocalDatabase database, Path data) throws IOException {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PLANNER_DATA", data.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", Files.readString(data.resolve(Manifest.SECRET)));
    return ServerProcess.web(environment, folder.resolve("web.log"));
  }
}
