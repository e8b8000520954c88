package io.groceryplanner.infra;

import io.groceryplanner.infra.arm.Template;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change to a good template.
 *
 * @param rule the name of the rule that must see it
 * @param resource a part of what the resource says, which no other does; blank for the whole
 * @param pointer what is changed, below the resource
 * @param value the new value as JSON; blank takes it away
 */
record Breakage(String rule, String file, String resource, String pointer, String value) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The template with the change. */
  Template template() {
    var template = Template.read(Delivery.FOLDER.resolve(file));
    var target = resource.isBlank() ? template.root() : find(template.root());
    var path = JsonPointer.compile(pointer);
    var parent = target.at(path.head());
    var last = path.last();
    if (parent instanceof ArrayNode array) {
      set(array, last.getMatchingIndex());
    } else if (parent instanceof ObjectNode object) {
      set(object, last.getMatchingProperty());
    } else {
      throw new AssertionError(this + " changes nothing");
    }
    return template;
  }

  private void set(ArrayNode array, int index) {
    if (index < 0) {
      array.add(MAPPER.readTree(value));
    } else if (value.isBlank()) {
      array.remove(index);
    } else {
      array.set(index, MAPPER.readTree(value));
    }
  }

  private void set(ObjectNode object, String name) {
    if (value.isBlank()) {
      object.remove(name);
    } else {
      object.set(name, MAPPER.readTree(value));
    }
  }

  private JsonNode find(JsonNode root) {
    var found =
        TemplateWalk.resources(root)
            .map(Found::value)
            .filter(one -> heading(one).contains(resource))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("%d resources are '%s'".formatted(found.size(), resource));
    }
    return found.getFirst();
  }

  private static String heading(JsonNode resource) {
    return resource.path("type").asString("") + " " + resource.path("name").asString("");
  }

  @Override
  public String toString() {
    return "%s: %s %s %s = %s".formatted(rule, file, resource, pointer, value);
  }
}
