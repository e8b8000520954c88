package io.groceryplanner.localdatabase;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The three roles of a local server: the superuser that only this class uses, the owner that
 * migrates, and the lesser one that runs the application under row-level security.
 */
final class LocalRoles {

  static final String OWNER = "planner_owner";
  static final String RUNTIME = "planner_web";

  /** What the migrations grant to; see {@code V0001__roles_and_tenancy.sql}. */
  private static final List<String> GRANTED = List.of("planner_app", "planner_system");

  private static final String ASK_FOR_PASSWORDS =
      "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

  private final EmbeddedPostgres server;
  private final LocalCredentials credentials;

  LocalRoles(EmbeddedPostgres server, LocalCredentials credentials) {
    this.server = server;
    this.credentials = credentials;
  }

  /** Does on the first start, and again after one that was cut short, whatever is not there yet. */
  void prepare(String database, Path dataFolder) throws SQLException, IOException {
    try (var connection = server.getPostgresDatabase().getConnection()) {
      run(connection, "alter role postgres password '" + credentials.superuserPassword() + "'");
      role(connection, OWNER, "login createrole password '" + credentials.ownerPassword() + "'");
      role(connection, RUNTIME, "login password '" + credentials.runtimePassword() + "'");
      for (var granted : GRANTED) {
        role(connection, granted, "nologin");
        run(connection, "grant " + granted + " to " + RUNTIME);
        run(connection, "grant " + granted + " to " + OWNER + " with admin option");
      }
      if (!exists(connection, "select from pg_database where datname = '" + database + "'")) {
        run(connection, "create database " + database + " owner " + OWNER);
      }
      var accessRules = dataFolder.resolve("pg_hba.conf");
      if (!Files.readString(accessRules).equals(ASK_FOR_PASSWORDS)) {
        // The library initialises with "trust", which would let every local user in.
        Files.writeString(accessRules, ASK_FOR_PASSWORDS);
        run(connection, "select pg_reload_conf()");
      }
    }
  }

  private static void role(Connection connection, String name, String attributes)
      throws SQLException {
    if (!exists(connection, "select from pg_roles where rolname = '" + name + "'")) {
      run(connection, "create role " + name + " " + attributes);
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
