package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The reading of one receipt as traces and metrics see it: a span {@code ocr} below the request's
 * span, though it runs on another thread, and a timer {@code ai_service.ocr.duration}. Neither
 * holds anything that stands on the receipt.
 */
final class ReceiptObservation {

  private static final String OUTCOME = "outcome";
  private static final String LANGUAGE = "language";

  private final Observation observation;

  private ReceiptObservation(Observation observation) {
    this.observation = observation;
  }

  /** To be made on the request's thread. */
  static ReceiptObservation in(ObservationRegistry registry) {
    return new ReceiptObservation(
        Observation.createNotStarted("ai_service.ocr.duration", registry)
            .contextualName("ocr")
            .parentObservation(registry.getCurrentObservation()));
  }

  ReceiptResult<Extraction> of(Supplier<ReceiptResult<Extraction>> reading) {
    tell("failed", "none");
    observation.start();
    try (Observation.Scope scope = observation.openScope()) {
      ReceiptResult<Extraction> result = reading.get();
      switch (result) {
        case ReceiptResult.Done(Extraction receipt) ->
            tell("read", receipt.languages().isEmpty() ? "none" : receipt.languages().getFirst());
        case ReceiptResult.Refused<Extraction>(ProblemCode code, String detail) ->
            tell(code.word(), "none");
        case ReceiptResult.TryLater<Extraction>(ProblemCode code, String detail) ->
            tell(code.word(), "none");
      }
      return result;
    } catch (CancellationException e) {
      tell("abandoned", "none");
      throw e;
    } finally {
      observation.stop();
    }
  }

  private void tell(String outcome, String language) {
    observation.lowCardinalityKeyValue(OUTCOME, outcome);
    observation.lowCardinalityKeyValue(LANGUAGE, language);
  }
}
