package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.grafana.Provisioning.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each alert as Prometheus evaluates it. The expressions are taken from what Grafana is given, with
 * the threshold behind them; only the series are the test's own, in {@code alert-cases.yaml}.
 */
class AlertExpressionsTest {

  private static final Path CASES = Path.of("src", "test", "promtool", "alert-cases.yaml");

  @TempDir Path folder;

  static List<String> rules() {
    return Provisioning.prometheusRules().stream().map(PrometheusRule::uid).toList();
  }

  @Test
  void everyExpressionOfRulesAndDataSourcesCanBeRead() throws IOException, InterruptedException {
    var expressions =
        new ArrayList<>(
            Provisioning.prometheusRules().stream().map(PrometheusRule::whole).toList());
    Provisioning.stream(
            Provisioning.yaml(Provisioning.FOLDER.resolve("datasources/telemetry.yaml"))
                .path("datasources"))
        .flatMap(source -> Provisioning.stream(source.at("/jsonData/tracesToMetrics/queries")))
        .map(query -> query.path("query").asString().replace("$$__tags", "job=\"web\""))
        .forEach(expressions::add);

    assertThat(expressions).hasSizeGreaterThan(12);
    assertThat(Promtool.needed().complaints(expressions)).isEmpty();
  }

  @Test
  void everyAlertIsTriedAndNothingElse() {
    assertThat(Provisioning.yaml(CASES).propertyNames())
        .containsExactlyInAnyOrderElementsOf(rules());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void firesWhenItShallAndIsSilentWhenItShallNot(String uid)
      throws IOException, InterruptedException {
    var cases = Provisioning.stream(Provisioning.yaml(CASES).path(uid)).toList();
    assertThat(cases).extracting(it -> it.path("fires").asBoolean()).contains(true, false);

    var answer = evaluate(uid, cases);

    assertThat(answer.isGood()).as(answer.text()).isTrue();
  }

  /** So that the test above is known to be able to fail. */
  @ParameterizedTest
  @MethodSource("rules")
  void theOppositeOfEachCaseIsFoundToBeWrong(String uid) throws IOException, InterruptedException {
    for (var one : Provisioning.stream(Provisioning.yaml(CASES).path(uid)).toList()) {
      var opposite = (tools.jackson.databind.node.ObjectNode) one;
      opposite.put("fires", !one.path("fires").asBoolean());

      assertThat(evaluate(uid, List.of(opposite)).isGood())
          .as(one.path("name").asString())
          .isFalse();
    }
  }

  private Promtool.Answer evaluate(String uid, List<JsonNode> cases)
      throws IOException, InterruptedException {
    var rule =
        Provisioning.prometheusRules().stream()
            .filter(it -> it.uid().equals(uid))
            .findFirst()
            .orElseThrow();
    write(
        "rules.yaml",
        Map.of(
            "groups",
            List.of(
                Map.of(
                    "name",
                    "alerts",
                    "interval",
                    "1m",
                    "rules",
                    List.of(
                        Map.of(
                            "alert", uid,
                            "expr", rule.whole(),
                            "for", rule.lasting(),
                            "labels", Map.of("severity", rule.severity())))))));
    write(
        "test.yaml",
        Map.of(
            "rule_files",
            List.of("rules.yaml"),
            "evaluation_interval",
            "1m",
            "tests",
            cases.stream().map(it -> promtoolTest(rule, it)).toList()));
    return Promtool.needed().run("test", "rules", folder.resolve("test.yaml").toString());
  }

  private static Map<String, Object> promtoolTest(PrometheusRule rule, JsonNode one) {
    var series = new ArrayList<Map<String, String>>();
    one.path("series")
        .properties()
        .forEach(entry ->
            series.add(Map.of("series", entry.getKey(), "values", entry.getValue().asString())));
    Map<String, String> labels = new LinkedHashMap<>(Map.of("severity", rule.severity()));
    one.path("labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
    return Map.of(
        "interval",
        "1m",
        "input_series",
        series,
        "alert_rule_test",
        List.of(
            Map.of(
                "eval_time",
                one.path("at").asString(),
                "alertname",
                rule.uid(),
                "exp_alerts",
                one.path("fires").asBoolean()
                    ? List.of(Map.of("exp_labels", labels))
                    : List.of())));
  }

  private void write(String name, Object content) throws IOException {
    Files.writeString(folder.resolve(name), Provisioning.JSON.writeValueAsString(content));
  }
}
