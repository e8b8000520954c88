package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.base.Model;
import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.base.Problems;
import io.groceryplanner.aiservice.categories.Categorization.Labelling;
import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers {@code POST /api/v1/categorize}. */
@RestController
class CategoriesController {

  private static final int MOST_ITEMS = 100;
  private static final int MOST_LABELS = 60;
  private static final int LONGEST_NAME = 200;

  private final Categorization categorization;
  private final Embeddings embeddings;
  private final MeterRegistry meters;
  private final Tracer tracer;
  private final Semaphore places = new Semaphore(16);

  CategoriesController(
      Categorization categorization,
      Embeddings embeddings,
      MeterRegistry meters,
      ObjectProvider<Tracer> tracer) {
    this.categorization = categorization;
    this.embeddings = embeddings;
    this.meters = meters;
    this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
  }

  @PostMapping("/api/v1/categorize")
  ResponseEntity<Object> categorize(@RequestBody CategorizeRequest request) {
    String fault = request.fault();
    if (fault != null) {
      return Problems.refusal(ProblemCode.BAD_REQUEST, fault);
    }
    // Without the model, what the catalogue knows is still sorted; while it loads, waiting pays.
    if (embeddings.state() == Model.State.STARTING) {
      return Problems.tryLater(
          ProblemCode.STARTING, "The embedding model is not ready yet.", Duration.ofSeconds(1));
    }
    if (!places.tryAcquire()) {
      return Problems.tryLater(
          ProblemCode.BUSY, "Too many names are being sorted.", Duration.ofSeconds(1));
    }
    try {
      Labelling labelling = categorization.labelling(request.givenLabels());
      List<Prediction> predictions =
          request.givenItems().stream().map(item -> predict(labelling, item)).toList();
      return ResponseEntity.ok(new Answer(predictions, categorization.model()));
    } finally {
      places.release();
    }
  }

  private Prediction predict(Labelling labelling, Item item) {
    Timer.Sample clock = Timer.start(meters);
    Span span = tracer.nextSpan().name("categorize_item").start();
    try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
      Categorization.Prediction found = labelling.predict(item.nameGiven());
      span.tag("confidence", found.level());
      clock.stop(
          meters.timer(
              "ai_service.categorize.duration",
              "model",
              embeddings.model(),
              "confidence",
              found.level()));
      return new Prediction(
          item.idGiven(), found.label(), found.confidence(), found.level(), found.scores());
    } finally {
      span.end();
    }
  }

  /** What was sent; anything may be missing. */
  record CategorizeRequest(
      @Nullable List<@Nullable Item> items, @Nullable List<@Nullable WrittenLabel> labels) {

    @Nullable String fault() {
      if (items == null || items.isEmpty() || labels == null || labels.isEmpty()) {
        return "There must be at least one item and one label.";
      }
      if (items.size() > MOST_ITEMS) {
        return "At most " + MOST_ITEMS + " items can be sorted at once.";
      }
      if (labels.size() > MOST_LABELS) {
        return "At most " + MOST_LABELS + " labels can be given.";
      }
      for (Item item : items) {
        if (item == null || item.id() == null || unusable(item.name())) {
          return "Each item must have an id and a name of at most " + LONGEST_NAME + " characters.";
        }
      }
      Set<@Nullable String> names = new HashSet<>();
      for (WrittenLabel label : labels) {
        if (label == null || unusable(label.name())) {
          return "Each label must have a name of at most " + LONGEST_NAME + " characters.";
        }
        if (!names.add(label.name())) {
          return "Two labels have the same name.";
        }
      }
      return null;
    }

    private static boolean unusable(@Nullable String name) {
      return name == null || name.isBlank() || name.length() > LONGEST_NAME;
    }

    List<Item> givenItems() {
      List<Item> given = new ArrayList<>();
      Objects.requireNonNull(items).forEach(item -> given.add(Objects.requireNonNull(item)));
      return given;
    }

    List<Label> givenLabels() {
      List<Label> given = new ArrayList<>();
      Objects.requireNonNull(labels)
          .forEach(label -> given.add(Objects.requireNonNull(label).label()));
      return given;
    }
  }

  record Item(@Nullable String id, @Nullable String name) {

    String idGiven() {
      return Objects.requireNonNull(id);
    }

    String nameGiven() {
      return Objects.requireNonNull(name);
    }
  }

  record WrittenLabel(
      @Nullable String name,
      @Nullable String description,
      @Nullable List<@Nullable String> examples) {

    Label label() {
      List<String> given = new ArrayList<>();
      if (examples != null) {
        for (String example : examples) {
          if (example != null && example.length() <= LONGEST_NAME) {
            given.add(example);
          }
        }
      }
      return new Label(Objects.requireNonNull(name), description == null ? "" : description, given);
    }
  }

  record Prediction(
      String id, String label, double confidence, String level, Map<String, Double> scores) {}

  record Answer(List<Prediction> predictions, String modelVersion) {}
}
