package io.groceryplanner;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The login the application works with, where it is not the owner's: it may become the two roles
 * that the migrations grant to, and nothing else. On Azure the login is made here as well, for the
 * managed identity with that object id; anywhere else whoever looks after the server makes it.
 */
class ApplicationLogin {

  /** See {@code V0001__roles_and_tenancy.sql}. */
  private static final List<String> ROLES = List.of("planner_app", "planner_system");

  /** Azure's own function, which it keeps in this database alone. */
  private static final String MAKE_LOGIN =
      "select pgaadauth_create_principal_with_oid(?, ?, 'service', false, false)";

  private static final String MAINTENANCE_DATABASE = "postgres";

  private final DataSource owner;
  private final String url;
  private final String ownerName;
  private final String name;
  private final String objectId;

  ApplicationLogin(DataSource owner, Environment settings) {
    this.owner = owner;
    this.url = settings.getProperty("spring.flyway.url", "");
    this.ownerName = settings.getProperty("spring.flyway.user", "");
    this.name = settings.getProperty("spring.datasource.username", "");
    this.objectId = settings.getProperty("planner.database.login-object-id", "");
  }

  /**
   * Does whatever is not done yet.
   *
   * @throws SQLException when there is no such login and none can be made, or the owner may not
   *     grant
   */
  void admit() throws SQLException {
    if (name.isBlank() || name.equals(ownerName)) {
      return;
    }
    try (var connection = owner.getConnection()) {
      if (!isTrue(connection, "select exists (select from pg_roles where rolname = ?)", name)) {
        make();
      }
      for (var role : ROLES) {
        if (!isTrue(connection, "select pg_has_role(?, ?, 'member')", name, role)) {
          grant(connection, role);
        }
      }
    }
  }

  private void make() throws SQLException {
    if (objectId.isBlank()) {
      throw new SQLException(
          "there is no login \"%s\". Make it, or set DATABASE_LOGIN_OBJECT_ID where it is a managed identity of Azure."
              .formatted(name));
    }
    var maintenance =
        DataSourceBuilder.derivedFrom(owner)
            .type(SimpleDriverDataSource.class)
            .url(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + MAINTENANCE_DATABASE))
            .build();
    try (var connection = maintenance.getConnection();
        var statement = connection.prepareStatement(MAKE_LOGIN)) {
      statement.setString(1, name);
      statement.setString(2, objectId);
      statement.execute();
    }
  }

  private void grant(Connection connection, String role) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("grant %s to %s".formatted(role, statement.enquoteIdentifier(name, true)));
    }
  }

  private static boolean isTrue(Connection connection, String question, String... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
