package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Expression;
import io.groceryplanner.infra.arm.ExpressionParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the parts of a template as it is written, and of those nested in it. */
final class TemplateWalk {

  private TemplateWalk() {}

  /** Of this template and of those nested in it. */
  static Stream<Found> resources(JsonNode template) {
    return Found.in(template)
        .filter(found -> found.path().matches("(.*/template)?/resources/\\d+"));
  }

  static Stream<Map.Entry<String, JsonNode>> parameters(JsonNode template) {
    return Found.in(template)
        .filter(found ->
            found.path().equals("/parameters") || found.path().endsWith("/template/parameters"))
        .flatMap(found -> found.value().propertyStream());
  }

  static List<String> calls(
      JsonNode template,
      Stream<String> functions,
      BiFunction<Found, Expression.Call, Boolean> isWrong) {
    var names = functions.toList();
    var broken = new ArrayList<String>();
    expressions(
        template,
        (found, expression) ->
            names.stream()
                .flatMap(expression::calls)
                .filter(call -> isWrong.apply(found, call))
                .forEach(call -> broken.add(found.path() + ": " + call.function() + "()")));
    return broken;
  }

  static void expressions(JsonNode template, BiConsumer<Found, Expression> visitor) {
    Found.in(template)
        .forEach(found -> {
          found.expression().ifPresent(expression -> visitor.accept(found, expression));
          ExpressionParser.parse(found.key())
              .ifPresent(expression -> visitor.accept(found, expression));
        });
  }
}
