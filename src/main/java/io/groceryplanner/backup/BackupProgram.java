package io.groceryplanner.backup;

import io.groceryplanner.backup.Backup.BackupResult;
import io.groceryplanner.backup.Restore.RestoreResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * What {@code ./planner backup} and {@code ./planner restore} run: {@code backup FILE DATA} or
 * {@code restore FILE DATA [--replace]}. Ends with 0, or with 1 after a sentence that says why.
 */
public final class BackupProgram {

  private static final int NOT_DONE = 1;
  private static final long KIBIBYTE = 1024;

  private BackupProgram() {}

  public static void main(String[] args) {
    // Two sentences are enough; a failure comes as an exception.
    LoggingSystem.get(BackupProgram.class.getClassLoader()).setLogLevel(null, LogLevel.WARN);
    System.exit(run(args));
  }

  static int run(String... args) {
    var file = Path.of(args[1]);
    var data = Path.of(args[2]);
    var clock = Clock.systemUTC();
    try {
      return switch (args[0]) {
        case "backup" -> say(new Backup(clock).make(data, file), file);
        case "restore" ->
            say(new Restore(clock).restore(file, data, List.of(args).contains("--replace")), data);
        default -> throw new IllegalArgumentException(args[0]);
      };
    } catch (IOException | SQLException e) {
      System.err.println("That did not work, and nothing was changed: " + e.getMessage());
      return NOT_DONE;
    }
  }

  private static int say(BackupResult result, Path file) {
    return switch (result) {
      case BackupResult.Made(var manifest, var bytes) -> {
        System.out.printf(
            "Backed up to %s: %d rows in %d tables, %d files, %d KiB.%n"
                + "It holds personal data and the key of remembered sign-ins (app.secret): keep it as"
                + " safe as the data itself.%n",
            file, manifest.rows(), manifest.tables().size(), manifest.files(), bytes / KIBIBYTE);
        yield 0;
      }
      case BackupResult.Refused(var reason) -> refuse(reason);
    };
  }

  private static int say(RestoreResult result, Path data) {
    return switch (result) {
      case RestoreResult.Restored(var manifest, var setAside) -> {
        System.out.printf(
            "Restored %s as it was at %s: %d rows in %d tables, %d files.%n",
            data, manifest.madeAt(), manifest.rows(), manifest.tables().size(), manifest.files());
        setAside.ifPresent(aside -> System.out.printf("What was there before is in %s.%n", aside));
        yield 0;
      }
      case RestoreResult.Refused(var reason) -> refuse(reason);
    };
  }

  private static int refuse(String reason) {
    System.err.println(reason);
    return NOT_DONE;
  }
}
