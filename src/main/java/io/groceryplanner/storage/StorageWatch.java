package io.groceryplanner.storage;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** While files are away, looks now and then whether they are back, so that nobody has to try. */
@Component
class StorageWatch {

  private final WatchedFileStore files;
  private final AtomicBoolean looking = new AtomicBoolean();

  StorageWatch(WatchedFileStore files) {
    this.files = files;
  }

  @Scheduled(fixedRateString = "${planner.storage.look-every:5s}")
  void look() {
    if (looking.compareAndSet(false, true)) {
      try {
        files.look();
      } finally {
        looking.set(false);
      }
    }
  }
}
