import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files, with the environment put in where Grafana itself would have put it in. */
final class Sources {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\$|\\{(?<braced>\\w+)}|(?<bare>[A-Za-z_]\\w*))");

  /** Where "$labels" and "${job}" are for Grafana's templates. */
  private static final Pattern BRACED = Pattern.compile("\\$\\{(?<braced>[A-Z][A-Z_]+)}(?<bare>)");

  private final Path folder;
  private final Function<String, Optional<String>> environment;
  private final Set<String> unset = new TreeSet<>();

  Sources(Path folder, Function<String, Optional<String>> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** Variables that were asked for and are not set. */
  Set<String> unset() {
    return unset;
  }

  List<Path> files(String subfolder, String ending) {
    try (var found = Files.list(folder.resolve(subfolder))) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new Refused("There is no folder " + folder.resolve(subfolder));
    }
  }

  JsonNode yaml(String file) {
    return yaml(folder.resolve(file));
  }

  private static JsonNode yaml(Path file) {
    try (var text = Files.newBufferedReader(file)) {
      return JSON.valueToTree(new Yaml().load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode json(Path file) {
    return (ObjectNode) JSON.readTree(file);
  }

  /** All entries under this key in the files of alerting, without what only files need. */
  List<ObjectNode> alerting(String key) {
    return files("alerting", ".yaml").stream()
        .map(Sources::yaml)
        .flatMap(file -> StreamSupport.stream(file.path(key).spliterator(), false))
        .map(ObjectNode.class::cast)
        .map(entry -> entry.without("orgId"))
        .toList();
  }

  /** $NAME and ${NAME} from the environment, $$ a dollar sign. */
  JsonNode expanded(JsonNode node) {
    return strings(node, text -> replaced(text, VARIABLE));
  }

  /** ${NAME} only, in capital letters. */
  JsonNode expandedInBraces(JsonNode node) {
    return strings(node, text -> replaced(text, BRACED));
  }

  private String replaced(String text, Pattern variables) {
    return variables.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
  }

  private String value(java.util.regex.MatchResult found) {
    if (found.group().equals("$$")) {
      return "$";
    }
    var name = found.group("braced") != null ? found.group("braced") : found.group("bare");
    var value = environment.apply(name);
    if (value.isEmpty()) {
      unset.add(name);
    }
    return value.orElse("");
  }

  private static JsonNode strings(JsonNode node, UnaryOperator<String> change) {
    if (node.isString()) {
      return JSON.getNodeFactory().stringNode(change.apply(node.asString()));
    }
    if (node instanceof ObjectNode object) {
      var copy = JSON.createObjectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        copy.set(entry.getKey(), strings(entry.getValue(), change));
      }
      return copy;
    }
    if (node instanceof ArrayNode array) {
      var copy = JSON.createArrayNode();
      array.forEach(element -> copy.add(strings(element, change)));
      return copy;
    }
    return node;
  }
}
