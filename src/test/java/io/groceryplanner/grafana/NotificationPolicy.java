package io.groceryplanner.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Who is told of an alert, by the rules of Alertmanager's tree of policies. */
record NotificationPolicy(JsonNode root) {

  /** One message: to whom, and when it is held back. */
  record Told(String receiver, List<String> mutedDuring) {}

  /**
   * The first route that matches takes the alert; those behind it are asked only if it says
   * "continue". Inside a route the same holds again. What no route takes is the root's.
   */
  List<Told> tells(Map<String, String> labels) {
    return tells(root, root.path("receiver").asString(), labels);
  }

  private static List<Told> tells(JsonNode node, String inherited, Map<String, String> labels) {
    var receiver = node.path("receiver").asString(inherited);
    var told = new ArrayList<Told>();
    for (var route : node.path("routes")) {
      if (matches(route, labels)) {
        told.addAll(tells(route, receiver, labels));
        if (!route.path("continue").asBoolean(false)) {
          break;
        }
      }
    }
    if (told.isEmpty()) {
      var muted = Provisioning.stream(node.path("mute_time_intervals"));
      told.add(new Told(receiver, muted.map(JsonNode::asString).toList()));
    }
    return told;
  }

  private static boolean matches(JsonNode route, Map<String, String> labels) {
    return Provisioning.stream(route.path("object_matchers"))
        .allMatch(matcher -> {
          var value = labels.getOrDefault(matcher.path(0).asString(), "");
          var asked = matcher.path(2).asString();
          return switch (matcher.path(1).asString()) {
            case "=" -> value.equals(asked);
            case "!=" -> !value.equals(asked);
            case "=~" -> value.matches(asked);
            case "!~" -> !value.matches(asked);
            default -> throw new AssertionError("What is this matcher? " + matcher);
          };
        });
  }
}
