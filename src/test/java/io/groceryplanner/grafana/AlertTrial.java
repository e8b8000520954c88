package io.groceryplanner.grafana;

import io.groceryplanner.grafana.Provisioning.PrometheusRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One alert, as Grafana is given it, over series that somebody supplies. */
record AlertTrial(PrometheusRule rule, Path folder) {

  /**
   * What is fed in and what shall come of it.
   *
   * @param series promtool's values by the series, one value a minute
   * @param at when to look, such as {@code 10m}
   * @param labels those of the alert, besides its severity
   */
  record Case(Map<String, String> series, String at, boolean fires, Map<String, String> labels) {}

  static AlertTrial of(String uid, Path folder) {
    var rule = Provisioning.prometheusRules().stream().filter(it -> it.uid().equals(uid));
    return new AlertTrial(rule.findFirst().orElseThrow(), folder);
  }

  /** Whether Prometheus finds each case as it is said. */
  Promtool.Answer run(List<Case> cases) throws IOException, InterruptedException {
    var alert =
        Map.of(
            "alert", rule.uid(),
            "expr", rule.whole(),
            "for", rule.lasting(),
            "labels", Map.of("severity", rule.severity()));
    var group = Map.of("name", "alerts", "interval", "1m", "rules", List.of(alert));
    write("rules.yaml", Map.of("groups", List.of(group)));
    write(
        "test.yaml",
        Map.of(
            "rule_files",
            List.of("rules.yaml"),
            "evaluation_interval",
            "1m",
            "tests",
            cases.stream().map(this::promtoolTest).toList()));
    return Promtool.needed().run("test", "rules", folder.resolve("test.yaml").toString());
  }

  private Map<String, Object> promtoolTest(Case one) {
    Map<String, String> labels = new LinkedHashMap<>(one.labels);
    labels.put("severity", rule.severity());
    var expected = one.fires ? List.of(Map.of("exp_labels", labels)) : List.of();
    return Map.of(
        "interval",
        "1m",
        "input_series",
        one.series.entrySet().stream()
            .map(entry -> Map.of("series", entry.getKey(), "values", entry.getValue()))
            .toList(),
        "alert_rule_test",
        List.of(Map.of("eval_time", one.at, "alertname", rule.uid(), "exp_alerts", expected)));
  }

  private void write(String name, Object content) throws IOException {
    Files.writeString(folder.resolve(name), Provisioning.JSON.writeValueAsString(content));
  }
}
