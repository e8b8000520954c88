package io.groceryplanner.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.storage.StorageSettings.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Chooses where files live. */
@Configuration
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

  /**
   * During a roll-out an old replica may still write to the old place, so it is looked at again.
   */
  private static final Duration LOOKS_AGAIN = Duration.ofHours(1);

  private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

  /** Where files live now; what is left in an old place is not watched. */
  @Bean
  WatchedFileStore currentFileStore(StorageSettings settings, Degradations degradations)
      throws IOException {
    return new WatchedFileStore(store(settings.current(), settings), degradations);
  }

  @Bean
  @Primary
  FileStore fileStore(StorageSettings settings, WatchedFileStore current) throws IOException {
    var before = settings.moveFrom();
    return before == null || before == settings.current()
        ? current
        : new MovingFileStore(current, store(before, settings));
  }

  /** At night; while files move, nothing can be said about them. */
  @Bean
  RecurringTask<Void> fileAuditTask(FileStore files, FileAudit audit) {
    return Tasks.recurring(FilePlaces.AUDIT_TASK, Schedules.daily(ZoneOffset.UTC, AT_NIGHT))
        .execute((_, _) -> {
          try {
            if (!(files instanceof MovingFileStore)) {
              audit.check();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static FileStore store(Place place, StorageSettings settings) throws IOException {
    return switch (place) {
      case FOLDER -> new LocalFileStore(settings.folder());
      case BLOB -> new BlobFileStore(BlobContainers.of(settings));
    };
  }

  @Bean
  RecurringTask<Void> fileMove(FileStore files, FileMoves moves) {
    return Tasks.recurring("file-move", FixedDelay.of(LOOKS_AGAIN))
        .execute((_, _) -> {
          if (files instanceof MovingFileStore moving) {
            moving.copyAll(moves);
          }
        });
  }
}
