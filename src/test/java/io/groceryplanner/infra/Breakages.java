package io.groceryplanner.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What breaks each rule, from a table. */
final class Breakages {

  private static final Path TABLE = Path.of("src/test/resources/infra/breakages.txt");

  private Breakages() {}

  /**
   * @param kind of the rules they break: template, order, delivery or schema
   */
  static List<Breakage> of(String kind) {
    try (var lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> line.startsWith(kind + " | "))
          .map(line -> line.split(" *\\| *", -1))
          .map(cells -> new Breakage(cells[1], cells[2], cells[3], cells[4], json(cells[5])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(String value) {
    return value.equals("''")
        ? "\"\""
        : value.replace("''", "\0").replace('\'', '"').replace('\0', '\'');
  }
}
