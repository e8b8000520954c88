package io.groceryplanner.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Every row of every table but Flyway's own, out of one database and into another of the same
 * schema. As text, so that a backup fits every machine and every newer PostgreSQL.
 */
final class DatabaseCopy {

  private static final String TABLES =
      """
      select c.relname, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname <> 'flyway_schema_history'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by c.relname order by c.relname
      """;

  private DatabaseCopy() {}

  /** The database's share of a manifest. */
  record Copied(
      List<String> migrations, List<Manifest.Table> tables, Map<String, Long> sequences) {}

  /** Copies what was committed at this moment; who works meanwhile is not kept waiting. */
  static Copied out(Connection connection, ArchiveWriter archive) throws SQLException, IOException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    var migrations =
        list(
            connection,
            "select version from flyway_schema_history where success and version is not null"
                + " order by version",
            row -> row.getString(1));
    var tables = new ArrayList<Manifest.Table>();
    for (var table : tables(connection)) {
      var rows = new long[1];
      archive.<SQLException>add(
          table.entry(),
          out -> rows[0] = copy(connection).copyOut("copy " + table.quoted() + " to stdout", out));
      tables.add(new Manifest.Table(table.name(), table.columns(), rows[0]));
    }
    var sequences = new TreeMap<String, Long>();
    list(
            connection,
            "select sequencename, last_value from pg_sequences"
                + " where schemaname = 'public' and last_value is not null",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(sequence -> sequences.put(sequence.getKey(), sequence.getValue()));
    connection.commit();
    return new Copied(migrations, tables, sequences);
  }

  /**
   * Fills a database that has just been made, all or nothing.
   *
   * @throws SQLException also when a table did not take as many rows as were written
   */
  static void in(Connection connection, Archive archive) throws SQLException, IOException {
    var manifest = archive.manifest();
    connection.setAutoCommit(false);
    // Neither foreign keys nor triggers look at each row: what is copied was whole.
    run(connection, "set session_replication_role = replica");
    run(
        connection,
        tables(connection).stream()
            .map(table -> '"' + table.name() + '"')
            .collect(Collectors.joining(", ", "truncate ", "")));
    for (var table : manifest.tables()) {
      try (var rows = archive.open(table.entry())) {
        long copied = copy(connection).copyIn("copy " + table.quoted() + " from stdin", rows);
        if (copied != table.rows()) {
          throw new SQLException(
              "%s took %d of %d rows".formatted(table.name(), copied, table.rows()));
        }
      }
    }
    for (var sequence : manifest.sequences().entrySet()) {
      run(
          connection,
          "select setval('\"%s\"', %d)".formatted(sequence.getKey(), sequence.getValue()));
    }
    connection.commit();
    connection.setAutoCommit(true);
    run(connection, "analyze");
  }

  private static List<Manifest.Table> tables(Connection connection) throws SQLException {
    return list(
        connection,
        TABLES,
        row ->
            new Manifest.Table(
                row.getString(1), List.of((String[]) row.getArray(2).getArray()), 0));
  }

  private static CopyManager copy(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> list(Connection connection, String sql, Reading<T> reading)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(reading.of(rows));
      }
      return found;
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
