import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything the files say, in the form of Grafana's API.
 *
 * @param datasource the one we bring along, where there is an Azure to look at
 */
record Wanted(
    JsonNode folder,
    Optional<JsonNode> datasource,
    List<ObjectNode> templates,
    List<ObjectNode> muteTimings,
    List<JsonNode> contactPoints,
    List<ObjectNode> policies,
    List<ObjectNode> dashboards,
    List<ObjectNode> ruleGroups) {

  /** Refuses where a variable is used and not set. */
  static Wanted read(Sources sources, boolean hasAzure) {
    var reading = new Reading(sources, hasAzure);
    var wanted =
        new Wanted(
            reading.folder(),
            reading.datasource(),
            sources.alerting("templates"),
            sources.alerting("muteTimes"),
            sources.alerting("contactPoints").stream().map(sources::expanded).toList(),
            sources.alerting("policies"),
            sources.files("dashboards", ".json").stream().map(reading::dashboard).toList(),
            sources.alerting("groups").stream().map(reading::ruleGroup).toList());
    if (!sources.unset().isEmpty()) {
      throw new Refused(
          "These are used in the files and are not set: "
              + String.join(", ", sources.unset())
              + ".");
    }
    return wanted;
  }

  private record Reading(Sources sources, boolean hasAzure) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern DURATION = Pattern.compile("(\\d+)([smh])");

    JsonNode folder() {
      var provider = sources.yaml("dashboards/dashboards.yaml").at("/providers/0");
      var folder = JSON.createObjectNode();
      folder.set("uid", provider.path("folderUid"));
      folder.set("title", provider.path("folder"));
      return folder;
    }

    Optional<JsonNode> datasource() {
      var azure = sources.yaml("datasources/azure-monitor.yaml").at("/datasources/0");
      return hasAzure ? Optional.of(sources.expanded(azure)) : Optional.empty();
    }

    ObjectNode dashboard(Path file) {
      var dashboard = (ObjectNode) withNamesInAzure(sources.json(file));
      // Grafana counts ids and versions of its own.
      return dashboard.remove(List.of("id", "version"));
    }

    ObjectNode ruleGroup(ObjectNode group) {
      var wanted = JSON.createObjectNode();
      wanted.set("title", group.path("name"));
      wanted.put("interval", seconds(group.path("interval").asString()));
      var rules = wanted.putArray("rules");
      group.path("rules").forEach(rule -> rules.add(rule(rule, group.path("name"))));
      return wanted;
    }

    private ObjectNode rule(JsonNode rule, JsonNode group) {
      var wanted = (ObjectNode) rule.deepCopy();
      wanted.set("annotations", sources.expandedInBraces(rule.path("annotations")));
      wanted.set("labels", sources.expanded(rule.path("labels")));
      var paused = sources.expanded(rule.path("isPaused")).asString("");
      wanted.put("isPaused", Boolean.parseBoolean(paused));
      wanted.set("ruleGroup", group);
      for (var query : wanted.path("data")) {
        ((ObjectNode) query).set("model", withNamesInAzure(query.path("model")));
      }
      return wanted;
    }

    /** Where Grafana expands nothing itself: names that a deployment gives. */
    private JsonNode withNamesInAzure(JsonNode node) {
      return hasAzure ? sources.expandedInBraces(node) : node;
    }

    private static int seconds(String duration) {
      var parts = DURATION.matcher(duration);
      if (!parts.matches()) {
        throw new Refused("'" + duration + "' is no duration such as 1m.");
      }
      var unit = Map.of("s", 1, "m", 60, "h", 3600);
      return Integer.parseInt(parts.group(1)) * unit.get(parts.group(2));
    }
  }
}
