package io.groceryplanner.receipts;

import com.github.kagkarlsson.scheduler.task.Task;
import io.groceryplanner.jobs.DurableSteps;
import io.groceryplanner.jobs.RetryPolicy;
import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The durable step that ends a removed receipt: first its rows, then its files. */
@Configuration
class RemovedReceipts {

  private final DurableSteps steps;
  private final ReceiptRemoval removal;
  private final FileStore files;
  private final Clock clock;

  RemovedReceipts(DurableSteps steps, ReceiptRemoval removal, FileStore files, Clock clock) {
    this.steps = steps;
    this.removal = removal;
    this.files = files;
    this.clock = clock;
  }

  @Bean
  Task<String> removedReceiptDiscard() {
    return steps.declare(
        ReceiptQueue.DISCARD,
        RetryPolicy.STANDARD,
        subject -> discard(Subject.read(subject), ReceiptRemoval.GRACE),
        _ -> {});
  }

  /** Waits on where the receipt was brought back and removed again meanwhile. */
  StepResult discard(Subject subject, Duration grace) {
    var removedAt = removal.removedAt(subject.household(), subject.receipt());
    if (removedAt.isEmpty()) {
      return StepResult.DONE;
    }
    var rest = Duration.between(clock.instant(), removedAt.get().plus(grace));
    if (rest.isPositive()) {
      return new StepResult.LookAgainIn(rest);
    }
    try {
      // A crash between the two leaves files without a row, which the nightly check deletes.
      for (var file : removal.forget(subject.household(), subject.receipt())) {
        files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A removed receipt's file could not be deleted", e);
    }
    return StepResult.DONE;
  }
}
