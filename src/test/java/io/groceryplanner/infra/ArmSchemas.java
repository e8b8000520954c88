package io.groceryplanner.infra;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas that Azure publishes for its resources, made strict: as published, a misspelt
 * property passes. They are 800 kB of somebody else's data and not kept here.
 */
final class ArmSchemas {

  private static final String BASE = "https://schema.management.azure.com/schemas/";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** What a template may say of any resource, whatever the resource's own schema lists. */
  private static final List<String> OF_ANY_RESOURCE =
      List.of("dependsOn", "comments", "condition", "copy", "scope", "zones", "tags");

  /** Types whose schemas are not in the selection; everything else must have one. */
  private static final Set<String> WITHOUT_SCHEMA =
      Set.of(
          "Microsoft.Resources/deployments",
          "Microsoft.CognitiveServices/accounts",
          "Microsoft.CognitiveServices/accounts/deployments");

  private final Path folder;
  private final SchemaRegistry registry;

  ArmSchemas(Path folder) {
    this.folder = folder;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4, builder -> builder.schemas(this::load));
  }

  /** Skips the test, and says so, where there are none. */
  static ArmSchemas orSkip() {
    var schemas = find();
    if (schemas.isEmpty()) {
      System.out.println(
          "Not compared with Azure's schemas: name their folder in ARM_SCHEMAS, as"
              + " infra/arm/README.md says");
    }
    assumeThat(schemas).as("Azure's schemas").isPresent();
    return schemas.orElseThrow();
  }

  /**
   * In the folder that {@code -Darm.schemas} or {@code ARM_SCHEMAS} names, or beside this
   * repository; of the form of github.com/Azure/azure-resource-manager-schemas.
   */
  private static Optional<ArmSchemas> find() {
    return Stream.of(
            System.getProperty("arm.schemas", ""),
            Optional.ofNullable(System.getenv("ARM_SCHEMAS")).orElse(""),
            "../shared/arm-schemas")
        .filter(name -> !name.isBlank())
        .map(name -> Path.of(name, "schemas"))
        .filter(Files::isDirectory)
        .findFirst()
        .map(ArmSchemas::new);
  }

  /** What is wrong with a resource, as it is written or as it is resolved. */
  List<String> broken(JsonNode resource) {
    var type = resource.path("type").asString("");
    if (WITHOUT_SCHEMA.contains(type)) {
      return List.of();
    }
    int slash = type.indexOf('/');
    if (slash < 0) {
      return List.of("a resource without a type");
    }
    var file = resource.path("apiVersion").asString("") + "/" + type.substring(0, slash) + ".json";
    var definition = type.substring(slash + 1).replace('/', '_');
    if (!Files.exists(folder.resolve(file))
        || !read(file).path("resourceDefinitions").has(definition)) {
      return List.of(type + ": there is no schema " + file);
    }
    var schema = file + "#/resourceDefinitions/" + definition;
    var broken = validate(schema, resource);
    if (!broken.isEmpty()) {
      broken = validate(schema, byItsOwnName(resource));
    }
    return broken.stream().map(error -> type + " " + error).toList();
  }

  /** Some schemas limit a part's whole name, and some its last piece. */
  private static JsonNode byItsOwnName(JsonNode resource) {
    var name = resource.path("name").asString("");
    return name.startsWith("[")
        ? resource
        : ((ObjectNode) resource.deepCopy()).put("name", name.replaceFirst(".*/", ""));
  }

  private List<String> validate(String schema, JsonNode document) {
    return registry.getSchema(SchemaLocation.of(BASE + schema)).validate(document).stream()
        .map(Error::toString)
        .toList();
  }

  /** Never from the network; what is not in the selection allows everything. */
  private @Nullable String load(String address) {
    if (!address.startsWith(BASE)) {
      return address.contains("json-schema.org") ? null : "{}";
    }
    var file = address.substring(BASE.length());
    if (!Files.exists(folder.resolve(file))) {
      return "{}";
    }
    var schema = read(file);
    close(schema);
    schema
        .path("resourceDefinitions")
        .forEach(definition -> {
          var properties = (ObjectNode) definition.get("properties");
          OF_ANY_RESOURCE.stream()
              .filter(name -> !properties.has(name))
              .forEach(properties::putObject);
        });
    // Published as an integer; half a core is what the service itself suggests.
    var cpu = schema.at("/definitions/ContainerResources/properties/cpu/oneOf/0");
    if (cpu instanceof ObjectNode half) {
      half.put("type", "number");
    }
    return schema.toString();
  }

  private ObjectNode read(String file) {
    return (ObjectNode) MAPPER.readTree(folder.resolve(file).toFile());
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (object.path("type").asString("").equals("object")
          && object.path("properties").isObject()
          && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
      if (object.path("pattern").isString() && !compiles(object.path("pattern").stringValue())) {
        object.remove("pattern");
      }
    }
    schema.forEach(ArmSchemas::close);
  }

  private static boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
