package io.groceryplanner;

import io.groceryplanner.localdatabase.LocalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** One real PostgreSQL for all tests of this JVM, the very one {@code ./planner run} starts. */
public final class TestDatabase {

  private static final Path FOLDER = temporaryFolder();
  private static final LocalDatabase DATABASE = start();

  private TestDatabase() {}

  public static LocalDatabase get() {
    return DATABASE;
  }

  /** Where everything of this test run is kept; gone when it ends. */
  static Path folder() {
    return FOLDER;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("planner-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDatabase start() {
    try {
      var database = LocalDatabase.start(FOLDER.resolve("database"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database)));
      return database;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(LocalDatabase database) {
    try (var files = Files.walk(FOLDER)) {
      database.close();
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("The tests left files behind in " + FOLDER + ": " + e);
    }
  }
}
