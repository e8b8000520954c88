package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Expression;
import io.groceryplanner.infra.arm.ExpressionParser;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value somewhere in a JSON document.
 *
 * @param path as a JSON pointer
 * @param key the name of the property, or the array's for an element
 */
record Found(String path, String key, JsonNode value) {

  /** Everything in this document, itself first. */
  static Stream<Found> in(JsonNode document) {
    return new Found("", "", document).withAllInside();
  }

  private Stream<Found> withAllInside() {
    Stream<Found> inside =
        value.isObject()
            ? value
                .propertyStream()
                .map(entry ->
                    new Found(path + "/" + entry.getKey(), entry.getKey(), entry.getValue()))
            : IntStream.range(0, value.size())
                .mapToObj(i -> new Found(path + "/" + i, key, value.get(i)));
    return Stream.concat(Stream.of(this), inside.flatMap(Found::withAllInside));
  }

  Optional<Expression> expression() {
    return value.isString() ? ExpressionParser.parse(value.stringValue()) : Optional.empty();
  }

  boolean isText() {
    return value.isString();
  }

  String text() {
    return value.asString("");
  }

  boolean isUnder(String part) {
    return path.contains("/" + part + "/");
  }
}
