package io.groceryplanner.infra.arm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Puts values in the place of expressions, for one template at one place. */
final class Evaluator {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int OUTSIDE_A_LOOP = -1;

  private final Place place;
  private final Map<String, JsonNode> parameters;
  private final JsonNode variables;
  private final Deque<String> variablesUnderWay = new ArrayDeque<>();
  private final Set<String> mentioned = new TreeSet<>();
  private int copyIndex = OUTSIDE_A_LOOP;

  Evaluator(Place place, Map<String, JsonNode> parameters, JsonNode variables) {
    this.place = place;
    this.parameters = parameters;
    this.variables = variables;
  }

  /** From here on this is the turn of a loop. */
  void enterLoop(int turn) {
    copyIndex = turn;
  }

  void leaveLoop() {
    copyIndex = OUTSIDE_A_LOOP;
  }

  /** The ids of resources that were made since the last call. */
  Set<String> takeMentioned() {
    var taken = new LinkedHashSet<>(mentioned);
    mentioned.clear();
    return taken;
  }

  /** The same without expressions, also in names of properties. */
  JsonNode resolve(JsonNode node) {
    if (node.isString()) {
      var text = node.stringValue();
      return ExpressionParser.parse(text)
          .map(this::evaluate)
          .orElseGet(() -> text.startsWith("[[") ? Functions.text(text.substring(1)) : node);
    }
    if (node.isArray()) {
      var array = JSON.arrayNode();
      node.forEach(element -> array.add(resolve(element)));
      return array;
    }
    if (node.isObject()) {
      if (node.has("copy")) {
        throw new TemplateException("a loop over properties or variables is not understood here");
      }
      var object = JSON.objectNode();
      node.properties()
          .forEach(entry ->
              object.set(
                  Functions.string(resolve(Functions.text(entry.getKey()))),
                  resolve(entry.getValue())));
      return object;
    }
    return node;
  }

  JsonNode evaluate(Expression expression) {
    return switch (expression) {
      case Expression.Literal literal -> literal.value();
      case Expression.Member member -> member(evaluate(member.of()), member.name());
      case Expression.Element element -> element(evaluate(element.of()), evaluate(element.index()));
      case Expression.Call call -> call(call);
    };
  }

  private static JsonNode member(JsonNode of, String name) {
    var found = of.get(name);
    if (found == null) {
      throw new TemplateException("there is no '%s' in %s".formatted(name, of));
    }
    return found;
  }

  private static JsonNode element(JsonNode of, JsonNode index) {
    if (index.isString()) {
      return member(of, index.stringValue());
    }
    var found = of.get(index.intValue());
    if (found == null) {
      throw new TemplateException("there is no element %s in %s".formatted(index, of));
    }
    return found;
  }

  private JsonNode call(Expression.Call call) {
    var arguments = call.arguments();
    if (call.function().equals("if")) {
      // The branch that is not taken may refer to what is not there.
      return evaluate(
          Functions.isTrue(evaluate(arguments.get(0))) ? arguments.get(1) : arguments.get(2));
    }
    var values = arguments.stream().map(this::evaluate).toList();
    return switch (call.function()) {
      case "parameters" -> parameter(Functions.string(values.getFirst()));
      case "variables" -> variable(Functions.string(values.getFirst()));
      case "copyindex" -> copyIndex();
      case "resourcegroup" -> place.groupNode();
      case "subscription" -> place.subscriptionNode();
      case "resourceid" -> resourceId(values);
      case "subscriptionresourceid" ->
          Functions.text(place.subscriptionResourceId(type(values), names(values)));
      case "reference" -> KnownInTheCloud.of(Functions.string(values.getFirst()));
      default -> Functions.call(call.function(), values);
    };
  }

  private JsonNode parameter(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new TemplateException("there is no parameter '%s'".formatted(name));
    }
    return value;
  }

  /** Anew each time, so that the ids it makes are counted where it is used. */
  private JsonNode variable(String name) {
    if (variablesUnderWay.contains(name)) {
      throw new TemplateException("the variable '%s' needs itself".formatted(name));
    }
    variablesUnderWay.push(name);
    try {
      return resolve(member(variables, name));
    } finally {
      variablesUnderWay.pop();
    }
  }

  private JsonNode copyIndex() {
    if (copyIndex == OUTSIDE_A_LOOP) {
      throw new TemplateException("copyIndex() outside of a loop");
    }
    return JSON.numberNode(copyIndex);
  }

  private JsonNode resourceId(List<JsonNode> values) {
    var id = place.resourceId(type(values), names(values));
    mentioned.add(id);
    return Functions.text(id);
  }

  private static String type(List<JsonNode> values) {
    var type = Functions.string(values.getFirst());
    if (!type.contains("/")) {
      throw new TemplateException(
          "'%s' is no type of resource; other groups are not understood here".formatted(type));
    }
    return type;
  }

  private static List<String> names(List<JsonNode> values) {
    return values.stream().skip(1).map(Functions::string).toList();
  }
}
