package io.groceryplanner.infra.arm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A deployment template as it is written. */
public record Template(ObjectNode root) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String NESTING = "Microsoft.Resources/deployments";
  private static final List<String> FOR_THE_DEPLOYMENT =
      List.of("condition", "copy", "dependsOn", "comments", "scope");

  public static Template read(Path file) {
    return new Template((ObjectNode) MAPPER.readTree(file.toFile()));
  }

  /** The values of a parameter file. */
  public static Map<String, JsonNode> readParameters(Path file) {
    var values = new LinkedHashMap<String, JsonNode>();
    MAPPER
        .readTree(file.toFile())
        .path("parameters")
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().get("value")));
    return values;
  }

  /**
   * What a deployment of this template asks for.
   *
   * @throws TemplateException where Azure would refuse it
   */
  public ResolvedTemplate resolve(Map<String, JsonNode> given, Place place) {
    var evaluator =
        new Evaluator(
            place,
            new Parameters(root.path("parameters"), place).fill(given),
            root.path("variables"));
    var drafts = new ArrayList<Draft>();
    for (var resource : root.path("resources")) {
      unroll((ObjectNode) resource, evaluator, place, drafts);
    }
    var resources = new ArrayList<ResolvedResource>();
    for (var draft : drafts) {
      var resource = draft.link(drafts);
      if (resource.type().equals(NESTING)) {
        addNested(resource, draft.source(), place, resources);
      } else {
        resources.add(resource);
      }
    }
    return new ResolvedTemplate(resources, outputs(evaluator));
  }

  /** A resource whose dependencies are still as written. */
  private record Draft(
      ResolvedResource resource, String loop, List<String> dependencies, ObjectNode source) {

    ResolvedResource link(List<Draft> all) {
      var known = new ArrayList<String>();
      var unknown = new ArrayList<String>();
      for (var wanted : dependencies) {
        var found =
            all.stream()
                .filter(other -> other.resource.id().equals(wanted) || other.loop.equals(wanted))
                .map(other -> other.resource.id())
                .toList();
        known.addAll(found);
        if (found.isEmpty()) {
          unknown.add(wanted);
        }
      }
      return with(resource, known, unknown, resource.isDeployed());
    }
  }

  private static ResolvedResource with(
      ResolvedResource resource, List<String> known, List<String> unknown, boolean isDeployed) {
    return new ResolvedResource(
        resource.id(),
        resource.type(),
        resource.name(),
        resource.apiVersion(),
        resource.scope(),
        isDeployed,
        known,
        unknown,
        resource.mentioned(),
        resource.body());
  }

  private static void unroll(
      ObjectNode source, Evaluator evaluator, Place place, List<Draft> drafts) {
    if (!source.has("copy")) {
      drafts.add(draft(source, "", evaluator, place));
      return;
    }
    var loop = source.get("copy").get("name").stringValue();
    int turns = evaluator.resolve(source.get("copy").get("count")).intValue();
    for (int turn = 0; turn < turns; turn++) {
      evaluator.enterLoop(turn);
      drafts.add(draft(source, loop, evaluator, place));
    }
    evaluator.leaveLoop();
  }

  private static Draft draft(ObjectNode source, String loop, Evaluator evaluator, Place place) {
    var dependencies = new ArrayList<String>();
    evaluator
        .resolve(source.path("dependsOn"))
        .forEach(id -> dependencies.add(Functions.string(id)));
    boolean isDeployed =
        !source.has("condition") || Functions.isTrue(evaluator.resolve(source.get("condition")));
    evaluator.takeMentioned();
    var scope =
        source.has("scope")
            ? Functions.string(evaluator.resolve(source.get("scope")))
            : place.groupId();
    var asked = source.deepCopy().remove(FOR_THE_DEPLOYMENT);
    if (source.path("type").asString("").equals(NESTING)) {
      // Evaluated on its own.
      ((ObjectNode) asked.get("properties")).remove("template");
    }
    var body = (ObjectNode) withoutNulls(evaluator.resolve(asked));
    var type = body.get("type").stringValue();
    var name = Functions.string(body.get("name"));
    var resource =
        new ResolvedResource(
            scope + "/providers/" + Place.path(type, List.of(name.split("/", -1))),
            type,
            name,
            body.get("apiVersion").stringValue(),
            scope,
            isDeployed,
            List.of(),
            List.of(),
            evaluator.takeMentioned(),
            body);
    return new Draft(resource, loop, dependencies, source);
  }

  /**
   * What is nested comes after what the nesting waits for; the nesting is done when all of it is.
   */
  private static void addNested(
      ResolvedResource nesting, ObjectNode source, Place place, List<ResolvedResource> resources) {
    var properties = source.get("properties");
    if (!properties.at("/expressionEvaluationOptions/scope").asString("").equals("inner")) {
      throw new TemplateException(
          nesting.name() + ": only nested templates with a scope of their own are understood");
    }
    var given = new LinkedHashMap<String, JsonNode>();
    nesting
        .at("/properties/parameters")
        .properties()
        .forEach(entry -> given.put(entry.getKey(), entry.getValue().get("value")));
    var nested =
        new Template((ObjectNode) properties.get("template")).resolve(given, place).resources();
    var done = new ArrayList<>(nesting.dependsOn());
    for (var resource : nested) {
      var before = new ArrayList<>(resource.dependsOn());
      before.addAll(nesting.dependsOn());
      resources.add(
          with(
              resource,
              before,
              resource.unknownDependencies(),
              nesting.isDeployed() && resource.isDeployed()));
      done.add(resource.id());
    }
    resources.add(with(nesting, done, nesting.unknownDependencies(), nesting.isDeployed()));
  }

  private Map<String, JsonNode> outputs(Evaluator evaluator) {
    var outputs = new LinkedHashMap<String, JsonNode>();
    root.path("outputs")
        .properties()
        .forEach(entry -> {
          var output = entry.getValue();
          if (!output.has("condition")
              || Functions.isTrue(evaluator.resolve(output.get("condition")))) {
            outputs.put(entry.getKey(), evaluator.resolve(output.get("value")));
          }
        });
    return outputs;
  }

  /** A property that is null is one that was not given. */
  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(Template::withoutNulls);
    return node;
  }
}
