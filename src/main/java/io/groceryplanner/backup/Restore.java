package io.groceryplanner.backup;

import io.groceryplanner.backup.Archive.DamagedException;
import io.groceryplanner.localdatabase.FullAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Makes a data folder of a backup. Everything is made beside it, and takes its place in one step at
 * the very end: whatever goes wrong before, the folder is as it was.
 */
final class Restore {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

  private final Clock clock;

  Restore(Clock clock) {
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface RestoreResult {

    /**
     * @param setAside where the data is that was there before
     */
    record Restored(Manifest manifest, Optional<Path> setAside) implements RestoreResult {}

    record Refused(String reason) implements RestoreResult {}
  }

  /**
   * @param replace whether data that is there already may be set aside
   */
  RestoreResult restore(Path file, Path data, boolean replace) throws IOException, SQLException {
    if (!Files.isRegularFile(file)) {
      return new RestoreResult.Refused("There is no file " + file + ".");
    }
    if (FullAccess.isServed(data.resolve("database"))) {
      return new RestoreResult.Refused("It is running on " + data + ". Stop it first.");
    }
    if (holdsData(data) && !replace) {
      return new RestoreResult.Refused(
          "%s holds data already. With --replace it is set aside, and nothing of it is deleted."
              .formatted(data));
    }
    try (var archive = Archive.open(file)) {
      var damage = archive.findDamage();
      if (damage.isPresent()) {
        return damaged(file, damage.get());
      }
      var known = new KnownMigrations();
      var unknown = known.unknownOf(archive.manifest().migrations());
      if (archive.manifest().format() > Manifest.FORMAT || !unknown.isEmpty()) {
        return new RestoreResult.Refused(
            "This backup was made by a newer version of Grocery Planner%s. Update first, then restore."
                .formatted(
                    unknown.isEmpty()
                        ? ""
                        : ": its database has "
                            + String.join(", ", unknown)
                            + ", which this one does not know"));
      }
      return restore(archive, known, data.toAbsolutePath().normalize());
    } catch (DamagedException e) {
      return damaged(file, String.valueOf(e.getMessage()));
    }
  }

  private static RestoreResult damaged(Path file, String how) {
    return new RestoreResult.Refused(
        "%s is damaged: %s. Nothing was changed; take another backup.".formatted(file, how));
  }

  private static boolean holdsData(Path data) {
    return Stream.of("database", "files", Manifest.SECRET)
        .anyMatch(name -> Files.exists(data.resolve(name)));
  }

  private RestoreResult restore(Archive archive, KnownMigrations known, Path data)
      throws IOException, SQLException, DamagedException {
    var parent = Files.createDirectories(Optional.ofNullable(data.getParent()).orElse(data));
    // Beside its place, so that it gets there by a rename.
    var made = Files.createTempDirectory(parent, data.getFileName() + ".restoring");
    try {
      fillDatabase(archive, known, made);
      for (var name : archive.manifest().entries().keySet()) {
        if (name.startsWith(Manifest.FILES) || name.equals(Manifest.SECRET)) {
          unpack(archive, name, made);
        }
      }
      return new RestoreResult.Restored(archive.manifest(), putInPlace(made, data));
    } finally {
      FileUtils.deleteDirectory(made.toFile());
    }
  }

  private static void fillDatabase(Archive archive, KnownMigrations known, Path made)
      throws IOException, SQLException {
    var scripts = Files.createDirectory(made.resolve("migrations"));
    try (var database = FullAccess.open(made.resolve("database"))) {
      known.bringTo(archive.manifest().migrations(), database.environment(), scripts);
      try (var connection = database.connect()) {
        DatabaseCopy.in(connection, archive);
      }
    }
    FileUtils.deleteDirectory(scripts.toFile());
  }

  private static void unpack(Archive archive, String name, Path made)
      throws IOException, DamagedException {
    var target = made.resolve(name).normalize();
    if (!target.startsWith(made)) {
      throw new DamagedException(name + " would lie outside of the data folder");
    }
    Files.createDirectories(target.getParent());
    try (var out = Files.newOutputStream(target)) {
      archive.copy(name, out);
    }
  }

  private Optional<Path> putInPlace(Path made, Path data) throws IOException {
    if (!Files.exists(data)) {
      Files.move(made, data);
      return Optional.empty();
    }
    var aside =
        data.resolveSibling(
            data.getFileName() + ".before-" + STAMP.format(clock.instant().atZone(ZoneOffset.UTC)));
    Files.move(data, aside);
    try {
      Files.move(made, data);
    } catch (IOException e) {
      Files.move(aside, data);
      throw e;
    }
    return Optional.of(aside);
  }
}
