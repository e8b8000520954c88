package io.groceryplanner.receipts;

import static org.awaitility.Awaitility.await;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.localdatabase.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** What tests of outages have in common: asking by REST, and looking past the application. */
final class OutageParts {

  static final Duration PATIENCE = Duration.ofSeconds(90);

  private OutageParts() {}

  static JsonNode body(ResponseEntity<JsonNode> answer) {
    return Objects.requireNonNull(answer.getBody(), answer::toString);
  }

  static JsonNode receipt(RestHousehold household, String id) {
    return body(household.get("/api/v1/receipts/" + id));
  }

  static void awaitStage(RestHousehold household, String id, String stage) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> receipt(household, id).get("stage").asString().equals(stage));
  }

  /** Till every connection that was cut is found out: one used a moment ago is not looked at. */
  static void awaitCalm(RestHousehold household) {
    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> household.get("/api/v1/receipts").getStatusCode().is2xxSuccessful());
  }

  static List<Integer> lineNumbers(RestHousehold household, String id) {
    return StreamSupport.stream(receipt(household, id).get("lines").spliterator(), false)
        .map(line -> line.get("lineNo").asInt())
        .toList();
  }

  static long countStocked(RestHousehold household, String id) {
    return StreamSupport.stream(receipt(household, id).get("lines").spliterator(), false)
        .filter(line -> line.get("stocked").asBoolean())
        .count();
  }

  static int countEntries(RestHousehold household) {
    return body(household.get("/api/v1/inventory/entries?limit=200")).get("items").size();
  }

  static int countReceipts(RestHousehold household) {
    return body(household.get("/api/v1/receipts?limit=200")).get("items").size();
  }

  static Connection asOwner(LocalDatabase database) throws SQLException {
    var environment = database.environment();
    return DriverManager.getConnection(
        database.jdbcUrl(),
        environment.get("DATABASE_OWNER_USERNAME"),
        environment.get("DATABASE_OWNER_PASSWORD"));
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
