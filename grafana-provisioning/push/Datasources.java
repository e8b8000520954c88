import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Under which uids this Grafana has Prometheus, Loki and Tempo: ours, or those of Cloud. */
record Datasources(Map<String, String> names) {

  /** What Grafana Cloud calls the data sources that each stack has from the start. */
  private static final Map<String, String> NAMES_IN_CLOUD =
      new TreeMap<>(
          Map.of(
              "prometheus", "grafanacloud-prom",
              "loki", "grafanacloud-logs",
              "tempo", "grafanacloud-traces"));

  static Datasources of(Grafana grafana) {
    Map<String, String> names = new HashMap<>();
    NAMES_IN_CLOUD.forEach((ours, clouds) ->
        names.put(
            ours,
            List.of(ours, clouds).stream()
                .filter(uid -> grafana.find("/api/datasources/uid/" + uid).isThere())
                .findFirst()
                .orElseThrow(() ->
                    new Refused(
                        "Grafana has no data source with the uid '%s' or '%s'."
                            .formatted(ours, clouds)))));
    return new Datasources(names);
  }

  /** The group with the names its queries have here. */
  ObjectNode named(ObjectNode group) {
    var named = group.deepCopy();
    for (var rule : named.path("rules")) {
      for (var query : rule.path("data")) {
        var uid = query.path("datasourceUid").asString();
        ((ObjectNode) query).put("datasourceUid", names.getOrDefault(uid, uid));
      }
    }
    return named;
  }
}
