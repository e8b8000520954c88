package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each rule passes a good dashboard and finds the one thing that is made bad in it. */
class DashboardRulesTest {

  private static final String GOOD =
      """
      {"uid": "good", "title": "Good", "editable": false,
       "templating": {"list": [
         {"name": "prometheus_datasource", "label": "Prometheus data source", "type": "datasource", "query": "prometheus"},
         {"name": "loki_datasource", "label": "Loki data source", "type": "datasource", "query": "loki"},
         {"name": "job", "label": "Job", "type": "query", "datasource": {"uid": "${prometheus_datasource}"},
          "query": "label_values(up, job)", "refresh": 2, "multi": true, "allValue": ".+"},
         {"name": "instance", "label": "Instance", "type": "query", "datasource": {"uid": "${prometheus_datasource}"},
          "query": "label_values(up{job=~\\"$job\\"}, instance)", "refresh": 2, "multi": true, "allValue": ".+"}]},
       "panels": [
         {"type": "timeseries", "title": "Requests", "description": "How many.",
          "datasource": {"type": "prometheus", "uid": "${prometheus_datasource}"},
          "fieldConfig": {"defaults": {"unit": "reqps"}},
          "targets": [{"expr": "sum(rate(requests_total{job=~\\"$job\\", instance=~\\"$instance\\"}[$__rate_interval]))"}]},
         {"type": "logs", "title": "Log", "description": "What it says.",
          "datasource": {"type": "loki", "uid": "${loki_datasource}"},
          "targets": [{"expr": "{service_name=~\\"$job\\"} | severity_text=\\"ERROR\\" |= `over`"}]}]}
      """;

  private static Promtool promtool;

  @BeforeAll
  static void findPromtool() throws IOException, InterruptedException {
    promtool = Promtool.needed();
  }

  @Test
  void thereAreSeventeenAndAGoodDashboardPassesThemAll() {
    var rules = DashboardRules.all(promtool);

    assertThat(rules).extracting(DashboardRules.Rule::name).doesNotHaveDuplicates().hasSize(17);
    assertThat(complaints(good())).isEmpty();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @MethodSource("broken")
  void whatIsMadeBadIsFound(String rule, String how, Consumer<JsonNode> breaking) {
    var dashboard = good();

    breaking.accept(dashboard);

    assertThat(complaints(dashboard))
        .as(how)
        .isNotEmpty()
        .allMatch(it -> it.startsWith(rule + ": "));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        bad(
            "template-datasource-rule",
            "a label of one's own",
            it -> variable(it, 1).put("label", "Log")),
        bad(
            "template-datasource-rule",
            "the short name beside another",
            it -> {
              variable(it, 0).put("name", "datasource").put("label", "Data source");
              ((ObjectNode) it.at("/panels/0/datasource")).put("uid", "${datasource}");
            }),
        bad("template-job-rule", "one choice only", it -> variable(it, 2).put("multi", false)),
        bad(
            "template-job-rule",
            "another value for all",
            it -> variable(it, 2).put("allValue", ".*")),
        bad(
            "template-instance-rule",
            "another label",
            it -> variable(it, 3).put("label", "Replica")),
        bad("template-instance-rule", "no such variable", it -> list(it).remove(3)),
        bad(
            "template-label-promql-rule",
            "what is no PromQL",
            it -> variable(it, 2).put("query", "label_values(up{, job)")),
        bad(
            "template-label-promql-rule",
            "what is no function",
            it -> variable(it, 2).put("query", "labels(up, job)")),
        bad(
            "template-on-time-change-reload-rule",
            "a variable that is read once",
            it -> variable(it, 2).put("refresh", 1)),
        bad(
            "panel-datasource-rule",
            "a fixed data source",
            it -> ((ObjectNode) it.at("/panels/0/datasource")).put("uid", "mine")),
        bad(
            "panel-title-description-rule",
            "no description",
            it -> panel(it, 0).remove("description")),
        bad(
            "panel-units-rule",
            "no unit",
            it -> ((ObjectNode) it.at("/panels/0/fieldConfig/defaults")).remove("unit")),
        bad(
            "panel-units-rule",
            "an invented unit",
            it -> ((ObjectNode) it.at("/panels/0/fieldConfig/defaults")).put("unit", "apples")),
        bad("panel-no-targets-rule", "an empty panel", it -> panel(it, 0).putArray("targets")),
        bad(
            "target-logql-rule",
            "a stream that is not closed",
            it -> target(it, 1).put("expr", "{service_name=\"web\" |= \"over\"")),
        bad(
            "target-logql-auto-rule",
            "a fixed time",
            it -> target(it, 1).put("expr", "sum(count_over_time({service_name=\"web\"}[5m]))")),
        bad(
            "target-promql-rule",
            "an expression that is not closed",
            it -> target(it, 0).put("expr", "sum(up{job=~\"$job\", instance=~\"$instance\"}")),
        bad(
            "target-rate-interval-rule",
            "a fixed time",
            it -> replace(it, "$__rate_interval", "5m")),
        bad("target-job-rule", "all jobs", it -> replace(it, "job=~\"$job\", ", "")),
        bad(
            "target-instance-rule",
            "all instances",
            it -> replace(it, ", instance=~\"$instance\"", "")),
        bad(
            "target-counter-agg-rule",
            "a counter as it is",
            it -> {
              replace(it, "rate(", "(");
              replace(it, "[$__rate_interval]", "");
            }),
        bad(
            "uneditable-dashboard",
            "an editable one",
            it -> ((ObjectNode) it).put("editable", true)));
  }

  private static Arguments bad(String rule, String how, Consumer<JsonNode> breaking) {
    return Arguments.of(rule, how, breaking);
  }

  private static List<String> complaints(JsonNode dashboard) {
    return DashboardRules.all(promtool).stream()
        .flatMap(rule -> rule.complaints(new Dashboard(dashboard)).stream())
        .toList();
  }

  private static JsonNode good() {
    return Provisioning.JSON.readTree(GOOD);
  }

  private static ArrayNode list(JsonNode dashboard) {
    return (ArrayNode) dashboard.at("/templating/list");
  }

  private static ObjectNode variable(JsonNode dashboard, int which) {
    return (ObjectNode) list(dashboard).get(which);
  }

  private static ObjectNode panel(JsonNode dashboard, int which) {
    return (ObjectNode) dashboard.path("panels").get(which);
  }

  private static ObjectNode target(JsonNode dashboard, int panel) {
    return (ObjectNode) panel(dashboard, panel).path("targets").get(0);
  }

  private static void replace(JsonNode dashboard, String part, String by) {
    var target = target(dashboard, 0);
    var before = target.path("expr").asString();
    assertThat(before).contains(part);
    target.put("expr", before.replace(part, by));
  }
}
