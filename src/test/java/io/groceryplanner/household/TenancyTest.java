package io.groceryplanner.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.TestDatabase;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.Categories;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Nothing of one household is ever seen or touched by another. */
@IntegrationTest
class TenancyTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Categories categories;
  @Autowired TenancyGuard guard;

  @Test
  void everyTableWithAHouseholdIsBehindTheSecondWall() throws SQLException {
    try (var connection = asOwner()) {
      assertThat(
              list(
                  connection,
                  """
                  select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                  where c.relkind in ('r', 'p') and a.attname = 'household_id'
                    and c.relnamespace = 'public'::regnamespace
                    and not (c.relrowsecurity and c.relforcerowsecurity
                      and exists (select from pg_policy p where p.polrelid = c.oid))
                  """))
          .isEmpty();
    }
  }

  @Test
  void everyKeyOfSuchATableBeginsWithTheHousehold() throws SQLException {
    try (var connection = asOwner()) {
      assertThat(
              list(
                  connection,
                  """
                  select c.relname from pg_index i join pg_class c on c.oid = i.indrelid
                  join pg_attribute h on h.attrelid = c.oid and h.attname = 'household_id'
                  where i.indisprimary and i.indkey[0] <> h.attnum
                    and c.relnamespace = 'public'::regnamespace
                  """))
          .isEmpty();
    }
  }

  @Test
  void theApplicationsRoleOwnsNothingAndBypassesNothing() {
    assertThat(jdbc.sql("select current_user").query(String.class).single())
        .isEqualTo("planner_app");
    assertThat(
            jdbc.sql(
                    """
                    select rolsuper or rolbypassrls or exists (
                      select from pg_class where relowner = r.oid)
                    from pg_roles r where rolname = current_user
                    """)
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void aQueryThatForgetsItsHouseholdSeesNothing() {
    RestHousehold.signUp(port);

    assertThat(jdbc.sql("select count(*) from category").query(Long.class).single()).isZero();
  }

  @Test
  void aQueryWithoutAHouseholdConditionSeesOnlyTheOneThatWasEntered() {
    var mine = RestHousehold.signUp(port);
    RestHousehold.signUp(port);

    var seen =
        transaction.execute(_ -> {
          guard.enter(new HouseholdId(mine.id()));
          return jdbc.sql("select distinct household_id from category").query(UUID.class).list();
        });

    assertThat(seen).containsExactly(mine.id());
  }

  @Test
  void oneTransactionNeverWorksForTwoHouseholds() {
    var mine = new HouseholdId(RestHousehold.signUp(port).id());
    var theirs = new HouseholdId(RestHousehold.signUp(port).id());

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              guard.enter(mine);
              categories.list(theirs);
            }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRowCannotBeWrittenIntoAnotherHousehold() {
    var mine = new HouseholdId(RestHousehold.signUp(port).id());
    var theirs = RestHousehold.signUp(port);

    assertThatThrownBy(() ->
            transaction.executeWithoutResult(_ -> {
              guard.enter(mine);
              jdbc.sql("insert into category values (?, ?, 'Smuggled', null, 'other', 1)")
                  .params(theirs.id(), UUID.randomUUID())
                  .update();
            }))
        .hasStackTraceContaining("row-level security");
  }

  @Test
  void noRestPathShowsOrChangesWhatIsNotMine() {
    var mine = RestHousehold.signUp(port);
    var theirs = RestHousehold.signUp(port);
    var content = RestHousehold.sample("receipts/lindenhof-creased.jpg");
    var id = node(mine.upload("mine.jpg", content)).get("id").asString();
    var path = "/api/v1/receipts/" + id;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> node(mine.get(path)).get("stage").asString().equals("ready_for_review"));

    assertThat(theirs.get(path).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(theirs.picture(path + "/picture")).isEmpty();
    assertThat(theirs.post(path + "/accept").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(node(theirs.get(path + "/alternatives")).get("items")).isEmpty();
    assertThat(theirs.post(path + "/retry").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(theirs.upload("same.jpg", content).getStatusCode())
        .as("what I sent is no duplicate to them")
        .isEqualTo(HttpStatus.ACCEPTED);
    mine.post(path + "/accept");
    assertThat(node(theirs.get("/api/v1/inventory/entries")).get("items")).isEmpty();
    assertThat(node(theirs.get("/api/v1/inventory/items")).get("items")).isEmpty();
    assertThat(node(theirs.get("/api/v1/categories")).get("items").toString())
        .doesNotContain(node(mine.get("/api/v1/categories")).at("/items/0/id").asString());
  }

  @Test
  void withoutATokenEveryPathOfRestAsksForOne() {
    var rest = RestHousehold.anonymous(port);
    for (var path :
        List.of(
            "/api/v1/receipts",
            "/api/v1/inventory/entries",
            "/api/v1/inventory/items",
            "/api/v1/categories",
            "/api/v1/storage-locations",
            "/api/v1/receipts/" + new UUID(0, 0) + "/alternatives",
            "/api/v1/inventory/items/" + new UUID(0, 0) + "/prices",
            "/api/v1/spending?from=2026-01-01&to=2026-12-31")) {
      var answer = rest.get(path);
      assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.UNAUTHORIZED);
      assertThat(node(answer).get("code").asString()).isEqualTo("unauthorized");
    }
  }

  private static JsonNode node(org.springframework.http.ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }

  private static Connection asOwner() throws SQLException {
    var environment = TestDatabase.get().environment();
    return DriverManager.getConnection(
        TestDatabase.get().jdbcUrl(),
        environment.get("DATABASE_OWNER_USERNAME"),
        environment.get("DATABASE_OWNER_PASSWORD"));
  }

  private static List<String> list(Connection connection, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
