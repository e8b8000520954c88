package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** How a template is laid out. */
final class ShapeRules {

  private static final Set<String> MAY_BE_EMPTY =
      Set.of(
          "resources",
          "outputs",
          "variables",
          "parameters",
          "functions",
          "properties",
          "defaultValue",
          "value");

  private ShapeRules() {}

  static List<String> schema(JsonNode template) {
    var schema = template.path("$schema").asString("");
    return schema.matches(
            "https://schema\\.management\\.azure\\.com/schemas/2019-04-01/deploymentTemplate\\.json#")
        ? List.of()
        : List.of("'" + schema + "' is not the schema of templates");
  }

  /** Each template's own, a nested one's apart. */
  static List<String> unused(JsonNode template, String kind) {
    var used = new ArrayList<String>();
    TemplateWalk.expressions(
        template,
        (_, expression) ->
            expression
                .calls(kind)
                .map(call -> call.arguments().getFirst())
                .filter(Expression.Literal.class::isInstance)
                .forEach(name ->
                    used.add(
                        ((Expression.Literal) name)
                            .value()
                            .asString("")
                            .toLowerCase(Locale.ROOT))));
    return Found.in(template)
        .filter(found -> found.key().equals(kind) && found.value().isObject())
        .filter(
            found -> found.path().equals("/" + kind) || found.path().endsWith("/template/" + kind))
        .flatMap(found -> found.value().propertyStream().map(Map.Entry::getKey))
        .filter(name -> !used.contains(name.toLowerCase(Locale.ROOT)))
        .map(name -> name + " is used nowhere")
        .toList();
  }

  static List<String> location(JsonNode template) {
    var broken = new ArrayList<String>();
    TemplateWalk.resources(template)
        .filter(found -> found.value().has("location"))
        .map(found ->
            new Found(found.path() + "/location", "location", found.value().get("location")))
        .filter(found -> found.expression().isEmpty() && !found.text().equals("global"))
        .forEach(found -> broken.add(found.path() + " is written out"));
    var declared = template.path("parameters").path("location");
    if (declared.has("defaultValue")
        && !declared.get("defaultValue").asString("").equals("[resourceGroup().location]")) {
      broken.add("the location's default is not the group's");
    }
    Found.in(template.path("resources"))
        .filter(found -> found.text().contains("resourceGroup().location"))
        .forEach(found -> broken.add(found.path() + " does not use the parameter"));
    return broken;
  }

  static List<String> everyLocation(JsonNode template) {
    return TemplateWalk.resources(template)
        .filter(found ->
            found.value().has("tags")
                && !found.value().path("type").asString("").endsWith("/secrets"))
        .filter(found -> found.value().path("location").asString("").isBlank())
        .map(found -> found.path() + " has no location")
        .toList();
  }

  /** An empty object below a name that is an expression is how an identity is assigned. */
  static List<String> blanks(JsonNode template) {
    return Found.in(template)
        .filter(found -> !MAY_BE_EMPTY.contains(found.key()) && !found.key().startsWith("["))
        .filter(found ->
            found.value().isNull()
                || (found.value().isContainer() && found.value().isEmpty())
                || (found.isText() && found.text().isBlank()))
        .map(found -> found.path() + " is empty")
        .toList();
  }

  static List<String> limits(JsonNode template) {
    return Found.in(template)
        .filter(
            found -> Set.of("minValue", "maxValue", "minLength", "maxLength").contains(found.key()))
        .filter(found -> !found.value().isNumber())
        .map(found -> found.path() + " is no number")
        .toList();
  }
}
