package io.groceryplanner.backup;

import io.groceryplanner.localdatabase.FullAccess;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Makes one file of a data folder, also while it is worked on: the database as it was at one
 * moment, then the files. Files are written before the rows that name them, so none is missing but
 * what was deleted for good meanwhile.
 */
final class Backup {

  private final Clock clock;

  Backup(Clock clock) {
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface BackupResult {
    record Made(Manifest manifest, long bytes) implements BackupResult {}

    record Refused(String reason) implements BackupResult {}
  }

  BackupResult make(Path data, Path file) throws IOException, SQLException {
    if (Files.exists(file)) {
      return new BackupResult.Refused(file + " exists already. Name another file.");
    }
    if (!Files.exists(data.resolve("database").resolve("postgres"))) {
      return new BackupResult.Refused("There is no database in " + data + " to back up.");
    }
    var parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return new BackupResult.Refused("There is no folder " + parent + ".");
    }
    var draft = Files.createTempFile(parent, "." + file.getFileName(), ".part", ownersOnly());
    try {
      var manifest = write(data, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      return new BackupResult.Made(manifest, Files.size(file));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Manifest write(Path data, Path draft) throws IOException, SQLException {
    try (var archive = new ArchiveWriter(draft)) {
      DatabaseCopy.Copied copied;
      try (var database = FullAccess.open(data.resolve("database"));
          var connection = database.connect()) {
        copied = DatabaseCopy.out(connection, archive);
      }
      addFiles(data.resolve("files"), archive);
      var secret = data.resolve(Manifest.SECRET);
      if (Files.exists(secret)) {
        archive.add(Manifest.SECRET, out -> Files.copy(secret, out));
      }
      var manifest =
          new Manifest(
              Manifest.FORMAT,
              clock.instant().toString(),
              copied.migrations(),
              copied.tables(),
              copied.sequences(),
              archive.entries());
      archive.finish(manifest);
      return manifest;
    }
  }

  private static void addFiles(Path folder, ArchiveWriter archive) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Backup::isOurs).sorted().toList()) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        try (var content = Files.newInputStream(file)) {
          archive.add(Manifest.FILES + name, content::transferTo);
        } catch (NoSuchFileException e) {
          // Deleted for good since the folder was listed.
        }
      }
    }
  }

  /** What begins with a dot is still being written. */
  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  /** It holds personal data, and the key of remembered sign-ins. */
  private static FileAttribute<?>[] ownersOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
