package io.groceryplanner.infra.arm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters a template declares, and their limits. */
final class Parameters {

  private final JsonNode declared;
  private final Place place;

  Parameters(JsonNode declared, Place place) {
    this.declared = declared;
    this.place = place;
  }

  /** The given values, and the defaults of what is not given. */
  Map<String, JsonNode> fill(Map<String, JsonNode> given) {
    for (var name : given.keySet()) {
      if (!declared.has(name)) {
        throw new TemplateException(
            "the parameter '%s' is given, but not declared".formatted(name));
      }
    }
    var values = new LinkedHashMap<String, JsonNode>();
    for (var entry : declared.properties()) {
      var value = given.get(entry.getKey());
      if (value == null) {
        value = defaultValue(entry.getKey(), entry.getValue());
      }
      check(entry.getKey(), entry.getValue(), value);
      values.put(entry.getKey(), value);
    }
    return values;
  }

  private JsonNode defaultValue(String name, JsonNode declaration) {
    if (!declaration.has("defaultValue")) {
      throw new TemplateException("the parameter '%s' is not given".formatted(name));
    }
    var nothing = JsonMapper.builder().build().createObjectNode();
    return new Evaluator(place, new HashMap<>(), nothing).resolve(declaration.get("defaultValue"));
  }

  private static void check(String name, JsonNode declaration, JsonNode value) {
    var type = declaration.path("type").asString("");
    boolean fits =
        switch (type) {
          case "string", "securestring" -> value.isString() && fitsLength(declaration, value);
          case "int" -> value.isInt() && fitsRange(declaration, value);
          case "bool" -> value.isBoolean();
          case "object", "secureobject" -> value.isObject();
          case "array" -> value.isArray();
          default -> throw new TemplateException("'%s' is no type of parameter".formatted(type));
        };
    var allowed = declaration.path("allowedValues");
    if (!fits || (allowed.isArray() && allowed.valueStream().noneMatch(value::equals))) {
      throw new TemplateException("the parameter '%s' cannot be %s".formatted(name, value));
    }
  }

  private static boolean fitsLength(JsonNode declaration, JsonNode value) {
    int length = value.stringValue().length();
    return length >= declaration.path("minLength").asInt(0)
        && length <= declaration.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  private static boolean fitsRange(JsonNode declaration, JsonNode value) {
    return value.intValue() >= declaration.path("minValue").asInt(Integer.MIN_VALUE)
        && value.intValue() <= declaration.path("maxValue").asInt(Integer.MAX_VALUE);
  }
}
