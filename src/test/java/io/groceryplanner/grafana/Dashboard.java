package io.groceryplanner.grafana;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One dashboard in Grafana's classic form, with its parts at hand. */
record Dashboard(JsonNode json) {

  static final String PROMETHEUS = "prometheus";
  static final String LOKI = "loki";

  private static final Set<String> WITHOUT_QUERIES = Set.of("row", "text", "dashlist", "news");

  record Panel(JsonNode json) {

    String type() {
      return json.path("type").asString("");
    }

    String title() {
      return json.path("title").asString("");
    }

    boolean hasQueries() {
      return !WITHOUT_QUERIES.contains(type());
    }

    Stream<Target> targets() {
      return Provisioning.stream(json.path("targets")).map(target -> new Target(this, target));
    }
  }

  record Target(Panel panel, JsonNode json) {

    /** The kind of data source that is asked. */
    String kind() {
      var own = json.at("/datasource/type").asString("");
      return own.isEmpty() ? panel.json.at("/datasource/type").asString("") : own;
    }

    String expression() {
      return json.path("expr").asString("");
    }
  }

  String uid() {
    return json.path("uid").asString("");
  }

  List<JsonNode> variables() {
    return Provisioning.stream(json.at("/templating/list")).toList();
  }

  List<JsonNode> variables(String type) {
    return variables().stream().filter(it -> it.path("type").asString().equals(type)).toList();
  }

  /** Whether the first data source to choose is a Prometheus; rules about series hold for these. */
  boolean isOfPrometheus() {
    return variables("datasource").stream()
        .findFirst()
        .filter(first -> first.path("query").asString().equals(PROMETHEUS))
        .isPresent();
  }

  Stream<Panel> panels() {
    return Provisioning.stream(json.path("panels"))
        .flatMap(
            panel -> Stream.concat(Stream.of(panel), Provisioning.stream(panel.path("panels"))))
        .map(Panel::new);
  }

  Stream<Panel> panelsWithQueries() {
    return panels().filter(Panel::hasQueries);
  }

  Stream<Target> targets(String kind) {
    return panelsWithQueries()
        .flatMap(Panel::targets)
        .filter(target -> target.kind().equals(kind) && !target.json.path("hide").asBoolean(false));
  }

  /** What Grafana puts in for its own variables, so that others can read the expression. */
  static String filledIn(String expression) {
    return expression.replaceAll("\\$\\{?__(rate_interval|interval|range|auto)}?", "5m");
  }
}
