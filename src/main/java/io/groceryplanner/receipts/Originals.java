package io.groceryplanner.receipts;

import io.groceryplanner.jobs.StepResult;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Files as they were sent, as the steps read them. */
@Component
class Originals {

  private static final Logger log = LoggerFactory.getLogger(Originals.class);
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final FileStore files;

  Originals(FileStore files) {
    this.files = files;
  }

  byte[] read(FileKey key) {
    try (var stream =
        files.open(key).orElseThrow(() -> new IllegalStateException("No file " + key))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The receipt's file could not be read", e);
    }
  }

  /** A file store that is away is waited for, as ai-service is, and costs no attempt. */
  static StepResult waiting(Subject subject, Function<Subject, StepResult> work) {
    try {
      return work.apply(subject);
    } catch (UncheckedIOException e) {
      log.warn("{} has to wait for its file: {}", subject, String.valueOf(e.getCause()));
      return ExtractionPlaces.lookAgain(AWAY);
    }
  }
}
