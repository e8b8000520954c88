package io.groceryplanner.inventory.api;

import io.groceryplanner.base.Problems;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.inventory.Categorizations;
import io.groceryplanner.inventory.Categorizations.Prediction;
import io.groceryplanner.inventory.Category;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which of the household's categories names belong to; answers with or without the AI. */
@RestController
@RequestMapping("/api/v1/categorizations")
class CategorizationsController {

  private final Categorizations categorizations;
  private final CurrentHousehold current;
  private final Problems problems;

  CategorizationsController(
      Categorizations categorizations, CurrentHousehold current, Problems problems) {
    this.categorizations = categorizations;
    this.current = current;
    this.problems = problems;
  }

  record Request(@NotNull List<@NotNull String> names) {}

  record PredictionBody(
      String name,
      @Nullable String label,
      double confidence,
      String level,
      @Nullable String source) {

    static PredictionBody of(Prediction prediction) {
      return new PredictionBody(
          prediction.name(),
          prediction.category().map(Category::name).orElse(null),
          prediction.confidence(),
          prediction.level(),
          prediction.source().map(from -> from.name().toLowerCase(Locale.ROOT)).orElse(null));
    }
  }

  record Answer(List<PredictionBody> predictions, String ai) {}

  @PostMapping
  ResponseEntity<?> predict(@Valid @RequestBody Request request, Locale locale) {
    if (request.names().size() > Categorizations.MOST) {
      return problems.answer(
          HttpStatus.BAD_REQUEST,
          "too_many_names",
          locale,
          "inventory.rest.tooManyNames",
          Categorizations.MOST);
    }
    var result = categorizations.predict(current.id(), request.names());
    return ResponseEntity.ok(
        new Answer(
            result.predictions().stream().map(PredictionBody::of).toList(),
            result.aiAnswered() ? "ok" : "unavailable"));
  }
}
