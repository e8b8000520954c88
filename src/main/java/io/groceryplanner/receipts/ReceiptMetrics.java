package io.groceryplanner.receipts;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How long receipts took from being sent to their review, or to being given up. */
@Component
class ReceiptMetrics {

  private final MeterRegistry meters;
  private final Clock clock;

  ReceiptMetrics(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    // There before the first receipt is, so that an alert has something to look at.
    timer("ready");
    timer("failed");
  }

  /** The pipeline is done with a receipt; counted once that is committed. */
  void ready(Instant uploaded) {
    recordWithCommit("ready", uploaded);
  }

  /** The pipeline gave a receipt up. */
  void failed(Instant uploaded) {
    recordWithCommit("failed", uploaded);
  }

  private void recordWithCommit(String status, Instant uploaded) {
    var took = Duration.between(uploaded, clock.instant());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            timer(status).record(took);
          }
        });
  }

  private Timer timer(String status) {
    return Timer.builder("grocery_planner.receipt.processing.duration")
        .description("From sending a receipt to its review")
        .tag("status", status)
        .register(meters);
  }
}
