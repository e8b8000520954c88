package io.groceryplanner.localdatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {

  @Test
  void dataAndPortSurviveARestart(@TempDir Path folder) throws Exception {
    String url;
    try (var database = LocalDatabase.start(folder);
        var connection = asOwner(database)) {
      url = database.jdbcUrl();
      run(connection, "create table kept (word text)");
      run(connection, "insert into kept values ('yesterday')");
    }

    try (var database = LocalDatabase.start(folder);
        var connection = asOwner(database)) {
      assertThat(database.jdbcUrl()).isEqualTo(url);
      assertThat(ask(connection, "select word from kept")).isEqualTo("yesterday");
    }
  }

  @Test
  void aServerKilledHardComesBackWithItsData(@TempDir Path folder) throws Exception {
    var database = LocalDatabase.start(folder);
    try (var connection = asOwner(database)) {
      run(connection, "create table kept (word text)");
      run(connection, "insert into kept values ('committed')");
    }
    var pid =
        Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
    var postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    database.close();

    try (var again = LocalDatabase.start(folder);
        var connection = asOwner(again)) {
      assertThat(ask(connection, "select word from kept")).isEqualTo("committed");
    }
  }

  @Test
  void settingsAreSafeForAHouseholdsData(@TempDir Path folder) throws Exception {
    try (var database = LocalDatabase.start(folder);
        var connection = asOwner(database)) {
      assertThat(ask(connection, "show fsync")).isEqualTo("on");
      assertThat(ask(connection, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(connection, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(connection, "show server_version")).startsWith("16.");
      assertThat(ask(connection, "show server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void nobodyGetsInWithoutThePassword(@TempDir Path folder) throws Exception {
    try (var database = LocalDatabase.start(folder)) {
      for (var role : new String[] {"postgres", LocalRoles.OWNER, LocalRoles.RUNTIME}) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.jdbcUrl(), role, "guess").close())
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
      assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.credentials")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static Connection asOwner(LocalDatabase database) throws SQLException {
    var environment = database.environment();
    return DriverManager.getConnection(
        database.jdbcUrl(),
        environment.get("DATABASE_OWNER_USERNAME"),
        environment.get("DATABASE_OWNER_PASSWORD"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
