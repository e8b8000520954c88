package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.jobs.DurableSteps;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Which step follows which stage, and how a step's subject is written down. */
@Component
class ReceiptQueue {

  static final String EXTRACT = "receipt-extract";
  static final String PERSIST = "receipt-persist";
  static final String MATCH = "receipt-match";
  static final String CATEGORIZE = "receipt-categorize";
  static final String RESCAN = "receipt-rescan";
  static final String PICTURE = "shown-picture-draw";
  static final String DISCARD = "removed-receipt-discard";

  /** A receipt as a step's subject: ids only. */
  record Subject(HouseholdId household, ReceiptId receipt) {

    static Subject read(String text) {
      var parts = text.split("/", 2);
      return new Subject(
          new HouseholdId(UUID.fromString(parts[0])), new ReceiptId(UUID.fromString(parts[1])));
    }

    /** Works for this receipt; what is logged meanwhile says for which one. */
    <T> T during(Function<Subject, T> work) {
      try (var _ = MDC.putCloseable("household", household.toString());
          var _ = MDC.putCloseable("receipt", receipt.toString())) {
        return work.apply(this);
      }
    }

    @Override
    public String toString() {
      return household + "/" + receipt;
    }
  }

  private final DurableSteps steps;

  ReceiptQueue(DurableSteps steps) {
    this.steps = steps;
  }

  /** Schedules a second reading. */
  void scheduleRescan(HouseholdId household, ReceiptId receipt) {
    steps.schedule(RESCAN, new Subject(household, receipt).toString());
  }

  /** Schedules the drawing of a photo that browsers do not show. */
  void schedulePicture(HouseholdId household, ReceiptId receipt) {
    steps.schedule(PICTURE, new Subject(household, receipt).toString());
  }

  /** Schedules the end of a removed receipt. */
  void scheduleDiscard(HouseholdId household, ReceiptId receipt, Duration grace) {
    steps.schedule(DISCARD, new Subject(household, receipt).toString(), grace);
  }

  /** Schedules what leads on from this stage, in the caller's transaction; nothing may be left. */
  void scheduleNext(HouseholdId household, ReceiptId receipt, Stage reached) {
    var subject = new Subject(household, receipt).toString();
    switch (reached) {
      case PENDING -> steps.schedule(EXTRACT, subject);
      case EXTRACTED -> steps.schedule(PERSIST, subject);
      case ITEMS_CREATED -> steps.schedule(MATCH, subject);
      case READY_FOR_REVIEW -> steps.schedule(CATEGORIZE, subject);
      case CONFIRMED -> {}
    }
  }
}
