package io.groceryplanner.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds and how to tell that it is whole.
 *
 * @param format of the archive itself
 * @param migrations versions the database had applied, in the order of their numbers
 * @param sequences where each counter stood
 * @param entries everything else in the archive, by name
 */
record Manifest(
    int format,
    String madeAt,
    List<String> migrations,
    List<Table> tables,
    Map<String, Long> sequences,
    Map<String, Entry> entries) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";
  static final String FILES = "files/";
  static final String SECRET = "app.secret";

  /** One table in PostgreSQL's text format, as {@code COPY} writes and reads it. */
  record Table(String name, List<String> columns, long rows) {

    String entry() {
      return "database/" + name + ".copy";
    }

    /** For both directions of {@code COPY}. */
    String quoted() {
      return "\"%s\" (%s)".formatted(name, String.join(", ", quotedColumns()));
    }

    private List<String> quotedColumns() {
      return columns.stream().map(column -> '"' + column + '"').toList();
    }
  }

  record Entry(long size, String sha256) {}

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  long files() {
    return entries.keySet().stream().filter(name -> name.startsWith(FILES)).count();
  }
}
