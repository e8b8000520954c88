package io.groceryplanner.infra.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The functions whose result follows from their arguments alone. {@code guid} and {@code
 * uniqueString} have the form of Azure's, not their values.
 */
final class Functions {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
  private static final int UNIQUE_LENGTH = 13;
  private static final String UNIQUE_CHARACTERS = "abcdefghijklmnopqrstuvwxyz234567";

  private static final Map<String, Function<List<JsonNode>, JsonNode>> ALL =
      Map.ofEntries(
          Map.entry("and", all -> truth(all.stream().allMatch(Functions::isTrue))),
          Map.entry("concat", Functions::concat),
          Map.entry("createarray", all -> JSON.arrayNode().addAll(all)),
          Map.entry("createobject", Functions::createObject),
          Map.entry("empty", all -> truth(isEmpty(all.getFirst()))),
          Map.entry("equals", all -> truth(all.get(0).equals(all.get(1)))),
          Map.entry("false", _ -> truth(false)),
          Map.entry("format", Functions::format),
          Map.entry("guid", all -> text(UUID.nameUUIDFromBytes(bytes(all)).toString())),
          Map.entry("int", all -> JSON.numberNode(Integer.parseInt(all.getFirst().asString()))),
          Map.entry("json", all -> MAPPER.readTree(string(all.getFirst()))),
          Map.entry("length", all -> JSON.numberNode(length(all.getFirst()))),
          Map.entry("not", all -> truth(!isTrue(all.getFirst()))),
          Map.entry("null", _ -> JSON.nullNode()),
          Map.entry("or", all -> truth(all.stream().anyMatch(Functions::isTrue))),
          Map.entry("string", all -> text(asText(all.getFirst()))),
          Map.entry("tolower", all -> text(string(all.getFirst()).toLowerCase(Locale.ROOT))),
          Map.entry("true", _ -> truth(true)),
          Map.entry("union", Functions::union),
          Map.entry("uniquestring", all -> text(uniqueString(all))),
          Map.entry(
              "uri",
              all -> text(URI.create(string(all.get(0))).resolve(string(all.get(1))).toString())));

  private Functions() {}

  static JsonNode call(String function, List<JsonNode> arguments) {
    var found = ALL.get(function);
    if (found == null) {
      throw new TemplateException("the function " + function + " is not known");
    }
    try {
      return found.apply(arguments);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new TemplateException(
          "%s cannot be called with %s: %s".formatted(function, arguments, e.getMessage()));
    }
  }

  static boolean isTrue(JsonNode value) {
    if (!value.isBoolean()) {
      throw new TemplateException(value + " is neither true nor false");
    }
    return value.booleanValue();
  }

  static String string(JsonNode value) {
    if (!value.isString()) {
      throw new TemplateException(value + " is no text");
    }
    return value.stringValue();
  }

  static JsonNode text(String value) {
    return JSON.stringNode(value);
  }

  private static JsonNode truth(boolean value) {
    return JSON.booleanNode(value);
  }

  private static String asText(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString();
  }

  private static JsonNode concat(List<JsonNode> all) {
    if (all.stream().allMatch(JsonNode::isArray)) {
      var joined = JSON.arrayNode();
      all.forEach(array -> array.forEach(joined::add));
      return joined;
    }
    return text(all.stream().map(Functions::asText).collect(Collectors.joining()));
  }

  private static JsonNode createObject(List<JsonNode> all) {
    var object = JSON.objectNode();
    for (int i = 0; i < all.size(); i += 2) {
      object.set(string(all.get(i)), all.get(i + 1));
    }
    return object;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull() || length(value) == 0;
  }

  private static int length(JsonNode value) {
    return value.isContainer() ? value.size() : string(value).length();
  }

  private static JsonNode format(List<JsonNode> all) {
    return text(
        PLACEHOLDER
            .matcher(string(all.getFirst()))
            .replaceAll(hit ->
                Matcher.quoteReplacement(asText(all.get(Integer.parseInt(hit.group(1)) + 1)))));
  }

  /** Of arrays each element once; of objects the later value, objects inside them united too. */
  private static JsonNode union(List<JsonNode> all) {
    if (all.stream().allMatch(JsonNode::isArray)) {
      return JSON.arrayNode()
          .addAll(all.stream().flatMap(JsonNode::valueStream).distinct().toList());
    }
    var united = JSON.objectNode();
    all.forEach(object -> unite(united, object));
    return united;
  }

  private static void unite(ObjectNode into, JsonNode from) {
    if (!from.isObject()) {
      throw new TemplateException(from + " is no object");
    }
    from.properties()
        .forEach(entry -> {
          if (into.get(entry.getKey()) instanceof ObjectNode inner && entry.getValue().isObject()) {
            unite(inner, entry.getValue());
          } else {
            into.set(entry.getKey(), entry.getValue().deepCopy());
          }
        });
  }

  private static String uniqueString(List<JsonNode> all) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes(all));
      var unique = new StringBuilder();
      for (int i = 0; i < UNIQUE_LENGTH; i++) {
        unique.append(UNIQUE_CHARACTERS.charAt(digest[i] & 31));
      }
      return unique.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] bytes(List<JsonNode> all) {
    return all.stream().map(Functions::string).collect(Collectors.joining("-")).getBytes(UTF_8);
  }
}
