package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.Caller;
import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.ReceiptResult.Done;
import io.groceryplanner.aiservice.receipts.ReceiptResult.Refused;
import io.groceryplanner.aiservice.receipts.ReceiptResult.TryLater;
import io.groceryplanner.aiservice.receipts.image.GreyImage;
import io.groceryplanner.aiservice.receipts.image.ImageIntake;
import io.groceryplanner.aiservice.receipts.image.IntakeResult;
import io.groceryplanner.aiservice.receipts.image.ShownPhoto;
import io.groceryplanner.aiservice.receipts.parsing.Hints;
import io.groceryplanner.aiservice.receipts.reading.TextReading;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

  /** How often a request that waits looks whether its caller still does. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private final ReceiptExtraction extraction;
  private final TextReading reading;
  private final Limits limits;
  private final ObservationRegistry observations;
  private final ThreadPoolExecutor workers;

  ExtractionQueue(
      ReceiptExtraction extraction,
      TextReading reading,
      Limits limits,
      ObservationRegistry observations,
      MeterRegistry meters) {
    this.extraction = extraction;
    this.reading = reading;
    this.limits = limits;
    this.observations = observations;
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
    meters.gauge("ai_service.ocr.waiting", workers, pool -> pool.getQueue().size());
    meters.gauge("ai_service.ocr.running", workers, ThreadPoolExecutor::getActiveCount);
  }

  ReceiptResult<Extraction> extract(byte[] file, Hints hints, Caller caller) {
    if (reading.state() != Model.State.OK) {
      return new TryLater<>(
          ProblemCode.STARTING, "The service is starting. Try again in a moment.");
    }
    Instant deadline = Instant.now().plus(limits.deadline());
    ReceiptObservation observation = ReceiptObservation.in(observations);
    return inTurn(
        () -> observation.of(() -> extraction.extract(file, hints, deadline)), deadline, caller);
  }

  /** A photo as a JPEG; see {@link ShownPhoto}. */
  ReceiptResult<byte[]> draw(byte[] file, Caller caller) {
    return inTurn(() -> drawn(file), Instant.now().plus(limits.deadline()), caller);
  }

  private static ReceiptResult<byte[]> drawn(byte[] file) {
    return switch (ImageIntake.open(file)) {
      case IntakeResult.Picture(GreyImage image) -> new Done<>(ShownPhoto.of(image));
      case IntakeResult.Document document ->
          new Refused<>(ProblemCode.UNSUPPORTED_MEDIA, "Only a photo can be drawn. This is a PDF.");
      case IntakeResult.Refused(ProblemCode code, String detail) -> new Refused<>(code, detail);
    };
  }

  private <T> ReceiptResult<T> inTurn(
      Callable<ReceiptResult<T>> task, Instant deadline, Caller caller) {
    FutureTask<ReceiptResult<T>> work = new FutureTask<>(task);
    try {
      workers.execute(work);
    } catch (RejectedExecutionException e) {
      return busy("Many receipts are being read just now. Try again in a moment.");
    }
    try {
      return outcome(work, deadline, caller);
    } catch (InterruptedException e) {
      drop(work);
      Thread.currentThread().interrupt();
      return busy("The service is stopping. Try again in a moment.");
    }
  }

  private <T> ReceiptResult<T> outcome(
      FutureTask<ReceiptResult<T>> work, Instant deadline, Caller caller)
      throws InterruptedException {
    while (true) {
      try {
        return work.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (Instant.now().isAfter(deadline)) {
          drop(work);
          return busy("Reading took too long. Try again in a moment.");
        }
        if (caller.hasLeft()) {
          drop(work);
          return busy("Nobody waits for this any more.");
        }
      } catch (ExecutionException e) {
        throw wordless(Objects.requireNonNull(e.getCause()));
      }
    }
  }

  /** Takes waiting work out of the queue, and interrupts work that has begun. */
  private void drop(FutureTask<?> work) {
    work.cancel(true);
    workers.remove(work);
  }

  /** The same defect at the same place, without its message: that may quote the receipt. */
  private static IllegalStateException wordless(Throwable cause) {
    IllegalStateException defect =
        new IllegalStateException("Reading a receipt failed: " + cause.getClass().getName());
    defect.setStackTrace(cause.getStackTrace());
    return defect;
  }

  private static <T> TryLater<T> busy(String detail) {
    return new TryLater<>(ProblemCode.BUSY, detail);
  }

  @Override
  public void destroy() {
    workers.shutdownNow();
  }
}
