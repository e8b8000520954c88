package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What must not be seen. */
final class SecretRules {

  private SecretRules() {}

  static List<String> outputs(JsonNode template) {
    var secure = new ArrayList<String>();
    template
        .path("parameters")
        .propertyStream()
        .filter(entry ->
            entry
                .getValue()
                .path("type")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .startsWith("secure"))
        .forEach(entry -> secure.add(entry.getKey()));
    var broken = new ArrayList<String>();
    TemplateWalk.expressions(
        template.path("outputs"),
        (found, expression) -> {
          boolean lists =
              expression
                  .all()
                  .anyMatch(part ->
                      part instanceof Expression.Call call && call.function().startsWith("list"));
          boolean isSecure =
              expression
                  .calls("parameters")
                  .anyMatch(call ->
                      secure.contains(
                          ((Expression.Literal) call.arguments().getFirst()).value().asString("")));
          if (lists || isSecure) {
            broken.add(found.path() + " gives a secret away");
          }
        });
    template.path("outputs").propertyNames().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("password"))
        .forEach(name -> broken.add(name + " is named like a secret"));
    return broken;
  }

  static List<String> secureDefaults(JsonNode template) {
    return TemplateWalk.parameters(template)
        .filter(entry ->
            entry
                .getValue()
                .path("type")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .startsWith("secure"))
        .filter(entry ->
            !entry.getValue().path("defaultValue").asString("").isEmpty()
                && !entry.getValue().path("defaultValue").asString("").contains("newGuid("))
        .map(entry -> entry.getKey() + " has a default that everybody can read")
        .toList();
  }

  static List<String> passwords(JsonNode template) {
    return TemplateWalk.parameters(template)
        .filter(entry -> entry.getKey().matches("(?i).*(password|secret|headers|key)$"))
        .filter(entry ->
            !entry
                .getValue()
                .path("type")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .startsWith("secure"))
        .map(entry -> entry.getKey() + " is not secure")
        .toList();
  }

  static List<String> literal(JsonNode template, String name) {
    var pattern = Pattern.compile("(?i)" + name);
    return Found.in(template.path("resources"))
        .filter(found ->
            found.isText()
                && pattern.matcher(found.key()).matches()
                && found.expression().isEmpty())
        .map(found -> found.path() + " is written out")
        .toList();
  }

  static List<String> nested(JsonNode template) {
    return TemplateWalk.resources(template)
        .filter(found ->
            found.value().path("type").asString("").equals("Microsoft.Resources/deployments"))
        .filter(found ->
            !found
                .value()
                .at("/properties/expressionEvaluationOptions/scope")
                .asString("")
                .equals("inner"))
        .map(found -> found.path() + " would show the outer template's secrets in its history")
        .toList();
  }
}
