package io.groceryplanner.ai;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request and answer of {@code POST /api/v1/categorize}. */
public record Categorization(List<Prediction> predictions, @Nullable String modelVersion) {

  /** A name to find a label for. */
  public record Item(String id, String name) {}

  public record Label(String name, @Nullable String description, @Nullable List<String> examples) {}

  /**
   * @param level high from 0.80, medium from 0.50, else low
   */
  public record Prediction(
      String id, String label, double confidence, String level, Map<String, Double> scores) {}

  record Request(List<Item> items, List<Label> labels) {}
}
