package io.groceryplanner;

import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** One real PostgreSQL for all tests of this JVM, the very one {@code ./planner run} starts. */
public final class TestDatabase {

  private static final LocalDatabase DATABASE = start();

  private TestDatabase() {}

  public static LocalDatabase get() {
    return DATABASE;
  }

  private static LocalDatabase start() {
    try {
      var folder = Files.createTempDirectory("planner-test-database");
      var database = LocalDatabase.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder)));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(LocalDatabase database, Path folder) {
    try (var files = Files.walk(folder)) {
      database.close();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("The test database left files behind in " + folder + ": " + e);
    }
  }
}
