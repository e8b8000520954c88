package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Part;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every other second whether the database answers, so that whoever asks for health never
 * waits for it. A pool without a free connection for three seconds is as good as no database.
 */
@Component
class DatabaseWatch {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final DataSource database;
  private final Degradations degradations;
  private final AtomicBoolean looking = new AtomicBoolean();
  private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(true);

  DatabaseWatch(DataSource database, Degradations degradations) {
    this.database = database;
    this.degradations = degradations;
  }

  @Scheduled(fixedRateString = "${planner.ops.database-look-every:2s}")
  void look() {
    degradations.forget();
    if (!looking.compareAndSet(false, true)) {
      return;
    }
    try {
      if (answers()) {
        degradations.clear(Part.DATABASE);
      } else {
        degradations.report(Part.DATABASE);
      }
    } finally {
      looking.set(false);
    }
  }

  /** One question at a time: while the pool holds the last one up, it is waited for again. */
  private boolean answers() {
    if (asked.isDone()) {
      asked = CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread);
    }
    try {
      return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private boolean ask() {
    try (var connection = database.getConnection()) {
      return connection.isValid((int) PATIENCE.toSeconds());
    } catch (SQLException e) {
      return false;
    }
  }
}
