package io.groceryplanner.ai;

import java.util.List;

/**
 * Answer of {@code POST /api/v1/embed}: what texts mean, as unit vectors that are near where the
 * meanings are.
 *
 * @param model which model made them; vectors of two models are never compared
 */
public record Embedding(String model, int dimension, List<Vector> vectors) {

  public record Text(String id, String text) {}

  public record Vector(String id, List<Float> vector) {}

  record Request(List<Text> texts) {}
}
