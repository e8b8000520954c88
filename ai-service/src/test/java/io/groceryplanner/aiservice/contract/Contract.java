package io.groceryplanner.aiservice.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI file, as a judge of payloads. */
public final class Contract {

  public static final Path FOLDER = Path.of("contract");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNode DOCUMENT = document();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private Contract() {}

  /** What is wrong with a payload, seen by one of the contract's schemas; empty when nothing. */
  public static List<String> violations(String schemaName, JsonNode payload) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", "#/components/schemas/" + schemaName);
    root.set("components", DOCUMENT.get("components"));
    Schema schema = REGISTRY.getSchema(root);
    return schema.validate(payload).stream().map(Error::toString).toList();
  }

  private static JsonNode document() {
    try {
      return JSON.valueToTree(
          new Yaml().<Object>load(Files.readString(FOLDER.resolve("openapi.yaml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
