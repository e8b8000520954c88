package io.groceryplanner.receipts;

import static org.awaitility.Awaitility.await;

import io.groceryplanner.localdatabase.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Gates in the database, one before each stage: a transaction that moves a receipt on waits there,
 * in mid-step, until its gate is opened. So a test decides between which two stages a process dies.
 */
final class StageGates implements AutoCloseable {

  private static final int FIRST_KEY = 4_711_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Connection connection;

  private StageGates(Connection connection) {
    this.connection = connection;
  }

  /** Puts the gates up, all of them shut. */
  static StageGates shut(LocalDatabase database) throws SQLException {
    var environment = database.environment();
    var gates =
        new StageGates(
            DriverManager.getConnection(
                database.jdbcUrl(),
                environment.get("DATABASE_OWNER_USERNAME"),
                environment.get("DATABASE_OWNER_PASSWORD")));
    gates.run(
        """
        create or replace function wait_at_gate() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock_shared(%d + case new.stage
            when 'EXTRACTED' then 1 when 'ITEMS_CREATED' then 2
            when 'READY_FOR_REVIEW' then 3 when 'CONFIRMED' then 4 end);
          return new;
        end $$
        """
            .formatted(FIRST_KEY));
    gates.run(
        """
        create or replace trigger gate before update on receipt for each row
        when (old.stage <> new.stage) execute function wait_at_gate()
        """);
    for (var stage : Stage.values()) {
      if (stage != Stage.PENDING) {
        gates.run("select pg_advisory_lock(" + key(stage) + ")");
      }
    }
    return gates;
  }

  void open(Stage stage) throws SQLException {
    run("select pg_advisory_unlock(" + key(stage) + ")");
  }

  /** Waits until a process stands before this gate, in the middle of its step. */
  void awaitSomebodyAt(Stage stage) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            count(
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                        + " and objid = "
                        + key(stage))
                > 0);
  }

  private static int key(Stage stage) {
    return FIRST_KEY + stage.ordinal();
  }

  private long count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
