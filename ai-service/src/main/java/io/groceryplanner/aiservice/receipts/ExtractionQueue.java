package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.ExtractionResult.TryLater;
import io.groceryplanner.aiservice.receipts.parsing.Hints;
import io.groceryplanner.aiservice.receipts.reading.TextReading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** As many receipts at a time as there are processors, a few waiting, the rest sent away. */
@Component
class ExtractionQueue implements DisposableBean {

  /** How much is taken on; {@code workers} 0 means one for each processor. */
  @ConfigurationProperties("ai.receipts")
  record Limits(
      @DefaultValue("0") int workers,
      @DefaultValue("8") int waiting,
      @DefaultValue("25s") Duration deadline) {}

  private final ReceiptExtraction extraction;
  private final TextReading reading;
  private final Limits limits;
  private final ThreadPoolExecutor workers;

  ExtractionQueue(ReceiptExtraction extraction, TextReading reading, Limits limits) {
    this.extraction = extraction;
    this.reading = reading;
    this.limits = limits;
    int count =
        limits.workers() > 0 ? limits.workers() : Runtime.getRuntime().availableProcessors();
    // Threads of their own: a native call would hold the carrier of a virtual thread.
    workers =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(limits.waiting()),
            Thread.ofPlatform().name("receipts-", 0).factory());
  }

  ExtractionResult extract(byte[] file, Hints hints) {
    if (reading.state() != Model.State.OK) {
      return new TryLater(ProblemCode.STARTING, "The service is starting. Try again in a moment.");
    }
    Instant deadline = Instant.now().plus(limits.deadline());
    Future<ExtractionResult> work;
    try {
      work = workers.submit(() -> extraction.extract(file, hints, deadline));
    } catch (RejectedExecutionException e) {
      return busy("Many receipts are being read just now. Try again in a moment.");
    }
    try {
      return work.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      return busy("Reading took too long. Try again in a moment.");
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      return busy("The service is stopping. Try again in a moment.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a receipt failed", e.getCause());
    }
  }

  private static TryLater busy(String detail) {
    return new TryLater(ProblemCode.BUSY, detail);
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }
}
