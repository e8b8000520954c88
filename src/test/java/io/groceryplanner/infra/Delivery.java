package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Place;
import io.groceryplanner.infra.arm.ResolvedResource;
import io.groceryplanner.infra.arm.ResolvedTemplate;
import io.groceryplanner.infra.arm.Template;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Both templates of one environment, resolved as a first deployment would. */
record Delivery(ResolvedTemplate foundation, ResolvedTemplate apps) {

  static final Path FOLDER = Path.of("infra", "arm");
  static final String WEB = "ca-grocery-planner-web";
  static final String AI = "ca-grocery-planner-ai";
  static final String MIGRATION = "caj-grocery-planner-migrate";
  static final String APP = "Microsoft.App/containerApps";
  static final String LOOK = "caj-grocery-planner-look";
  static final String JOB = "Microsoft.App/jobs";

  static final Place PLACE =
      new Place(
          "00000000-0000-4000-8000-00000000000a",
          "00000000-0000-4000-8000-00000000000b",
          "rg-grocery-planner",
          "westeurope");

  /** What is given by hand or by the pipeline, beside the parameter file. */
  static final Map<String, JsonNode> BY_HAND =
      Map.of(
          "githubRepository", text("somebody/grocery-planner"),
          "appSecret", text("0123456789abcdef0123456789abcdef"),
          "otlpHeaders", text("Authorization=Basic none"));

  static final Map<String, JsonNode> BY_PIPELINE =
      Map.of(
          "webImage", text("example.io/web@sha256:" + "a".repeat(64)),
          "aiImage", text("example.io/ai@sha256:" + "b".repeat(64)),
          "revision", text("c1f0c9aa-42"),
          "adminEmails", text("admin@example.org"),
          "otlpEndpoint", text("https://otlp.example.org/otlp"));

  static Template main() {
    return Template.read(FOLDER.resolve("main.json"));
  }

  static Template appsTemplate() {
    return Template.read(FOLDER.resolve("apps.json"));
  }

  static Map<String, JsonNode> parameters(String environment) {
    return Template.readParameters(FOLDER.resolve(environment + ".parameters.json"));
  }

  static Delivery of(String environment) {
    return of(main(), appsTemplate(), environment);
  }

  static Delivery of(Template main, Template apps, String environment) {
    return new Delivery(
        main.resolve(with(environment, BY_HAND), PLACE),
        apps.resolve(with(environment, BY_PIPELINE), PLACE));
  }

  static Map<String, JsonNode> with(String environment, Map<String, JsonNode> given) {
    var all = new HashMap<>(parameters(environment));
    all.putAll(given);
    return all;
  }

  static JsonNode text(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }

  ResolvedResource web() {
    return apps.get(APP, WEB);
  }

  ResolvedResource ai() {
    return apps.get(APP, AI);
  }

  ResolvedResource migration() {
    return apps.get(JOB, MIGRATION);
  }

  ResolvedResource look() {
    return apps.get(JOB, LOOK);
  }

  /** Whatever runs. */
  List<ResolvedResource> programs() {
    return List.of(web(), ai(), migration(), look());
  }

  /** The only one of its type. */
  ResolvedResource foundation(String type) {
    var found = foundation.list(type);
    if (found.size() != 1) {
      throw new IllegalStateException(found.size() + " of " + type);
    }
    return found.getFirst();
  }

  static JsonNode container(ResolvedResource app) {
    return app.at("/properties/template/containers/0");
  }

  static JsonNode initContainer(ResolvedResource app) {
    return app.at("/properties/template/initContainers/0");
  }

  static String env(JsonNode container, String name) {
    return container
        .path("env")
        .valueStream()
        .filter(entry -> entry.path("name").asString("").equals(name))
        .map(entry -> entry.path("value").asString(""))
        .findFirst()
        .orElse("");
  }
}
