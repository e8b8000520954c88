package io.groceryplanner.aiservice.embeddings;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.base.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code POST /api/v1/embed}. */
@RestController
class EmbeddingsController {

  private static final int MOST_TEXTS = 100;
  private static final int LONGEST_TEXT = 2_000;

  /** When to ask again for something that only a person can put right. */
  private static final Duration REPAIR = Duration.ofMinutes(5);

  private final Embeddings embeddings;
  private final MeterRegistry meters;
  private final Tracer tracer;

  /** Callers who may wait for a lane; more than these are told to come back. */
  private final Semaphore places = new Semaphore(16);

  EmbeddingsController(Embeddings embeddings, MeterRegistry meters, ObjectProvider<Tracer> tracer) {
    this.embeddings = embeddings;
    this.meters = meters;
    this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
  }

  @PostMapping("/api/v1/embed")
  ResponseEntity<Object> embed(@RequestBody EmbedRequest request) {
    String fault = request.fault();
    if (fault != null) {
      return Problems.refusal(ProblemCode.BAD_REQUEST, fault);
    }
    if (embeddings.state() == Model.State.MISSING) {
      return Problems.tryLater(
          ProblemCode.MODEL_MISSING, "The embedding model is not installed.", REPAIR);
    }
    if (embeddings.state() == Model.State.STARTING) {
      return Problems.tryLater(
          ProblemCode.STARTING, "The embedding model is not ready yet.", Duration.ofSeconds(1));
    }
    if (!places.tryAcquire()) {
      return Problems.tryLater(
          ProblemCode.BUSY, "Too many texts are being embedded.", Duration.ofSeconds(1));
    }
    try {
      return ResponseEntity.ok(answer(request.given()));
    } finally {
      places.release();
    }
  }

  private Answer answer(List<Text> texts) {
    Timer.Sample clock = Timer.start(meters);
    Span span = tracer.nextSpan().name("embed").tag("batch_size", texts.size()).start();
    try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
      List<Vector> vectors =
          texts.stream()
              .map(text -> new Vector(text.idGiven(), embeddings.of(text.textGiven()).toArray()))
              .toList();
      return new Answer(embeddings.model(), embeddings.dimension(), vectors);
    } finally {
      span.end();
      clock.stop(meters.timer("ai_service.embed.duration", "batch_size", sizeClass(texts.size())));
    }
  }

  /** A handful of classes, so that the metric does not become a hundred series. */
  private static String sizeClass(int texts) {
    return texts == 1 ? "1" : texts <= 10 ? "2-10" : texts <= 50 ? "11-50" : "51-100";
  }

  /** What was sent; anything may be missing. */
  record EmbedRequest(@Nullable List<@Nullable Text> texts) {

    @Nullable String fault() {
      if (texts == null || texts.isEmpty()) {
        return "There must be at least one text.";
      }
      if (texts.size() > MOST_TEXTS) {
        return "At most " + MOST_TEXTS + " texts can be embedded at once.";
      }
      for (Text text : texts) {
        if (text == null || text.id() == null || text.text() == null || text.text().isBlank()) {
          return "Each text must have an id and some text.";
        }
        if (text.text().length() > LONGEST_TEXT) {
          return "A text may have at most " + LONGEST_TEXT + " characters.";
        }
      }
      return null;
    }

    List<Text> given() {
      return texts == null ? List.of() : texts.stream().map(EmbedRequest::present).toList();
    }

    private static Text present(@Nullable Text text) {
      return Objects.requireNonNull(text);
    }
  }

  record Text(@Nullable String id, @Nullable String text) {

    String idGiven() {
      return id == null ? "" : id;
    }

    String textGiven() {
      return text == null ? "" : text;
    }
  }

  record Answer(String model, int dimension, List<Vector> vectors) {}

  @SuppressWarnings("ArrayRecordComponent") // Written out as JSON and never compared.
  record Vector(String id, float[] vector) {}
}
