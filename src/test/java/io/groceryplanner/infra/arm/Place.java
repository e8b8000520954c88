package io.groceryplanner.infra.arm;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where a template is deployed to. */
public record Place(String subscriptionId, String tenantId, String resourceGroup, String location) {

  public String groupId() {
    return subscription() + "/resourceGroups/" + resourceGroup;
  }

  private String subscription() {
    return "/subscriptions/" + subscriptionId;
  }

  ObjectNode groupNode() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", groupId())
        .put("name", resourceGroup)
        .put("location", location);
  }

  ObjectNode subscriptionNode() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", subscription())
        .put("subscriptionId", subscriptionId)
        .put("tenantId", tenantId);
  }

  /** The id of a resource in the group. */
  public String resourceId(String type, List<String> names) {
    return groupId() + "/providers/" + path(type, names);
  }

  String subscriptionResourceId(String type, List<String> names) {
    return subscription() + "/providers/" + path(type, names);
  }

  /** {@code Provider/type/name/subtype/name}. */
  static String path(String type, List<String> names) {
    var types = List.of(type.split("/", -1));
    if (types.size() != names.size() + 1 || types.contains("")) {
      throw new TemplateException(
          "a %s has %d names, not %s".formatted(type, types.size() - 1, names));
    }
    var path = new ArrayList<String>();
    path.add(types.getFirst());
    for (int i = 0; i < names.size(); i++) {
      path.add(types.get(i + 1));
      path.add(names.get(i));
    }
    return String.join("/", path);
  }
}
