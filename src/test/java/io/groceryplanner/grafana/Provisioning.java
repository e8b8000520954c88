package io.groceryplanner.grafana;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files in {@code grafana-provisioning/}, as Grafana and the push read them. */
final class Provisioning {

  static final Path FOLDER = Path.of("grafana-provisioning");
  static final JsonMapper JSON = JsonMapper.builder().build();

  private Provisioning() {}

  /**
   * A rule that asks Prometheus: one expression and one threshold.
   *
   * @param comparison {@code >} or {@code <}
   */
  record PrometheusRule(
      String uid,
      String severity,
      String expression,
      String comparison,
      String threshold,
      String lasting) {

    /** What Grafana decides in two steps, in one. */
    String whole() {
      return "(" + expression + ") " + comparison + " " + threshold;
    }
  }

  static List<Path> files(String folder, String ending) {
    try (var found = Files.list(FOLDER.resolve(folder))) {
      return found.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode yaml(Path file) {
    try (var text = Files.newBufferedReader(file)) {
      return JSON.valueToTree(new Yaml().load(text));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static JsonNode json(Path file) {
    return JSON.readTree(file);
  }

  static List<JsonNode> dashboards() {
    return files("dashboards", ".json").stream().map(Provisioning::json).toList();
  }

  /** The entries under this key in all files of alerting. */
  static List<JsonNode> alerting(String key) {
    return files("alerting", ".yaml").stream()
        .flatMap(file -> stream(yaml(file).path(key)))
        .toList();
  }

  static List<JsonNode> rules() {
    return alerting("groups").stream().flatMap(group -> stream(group.path("rules"))).toList();
  }

  static List<PrometheusRule> prometheusRules() {
    return rules().stream()
        .filter(rule -> rule.at("/data/0/datasourceUid").asString().equals("prometheus"))
        .map(Provisioning::prometheusRule)
        .toList();
  }

  private static PrometheusRule prometheusRule(JsonNode rule) {
    var evaluator = rule.at("/data/1/model/conditions/0/evaluator");
    return new PrometheusRule(
        rule.path("uid").asString(),
        rule.at("/labels/severity").asString(),
        rule.at("/data/0/model/expr").asString(),
        switch (evaluator.path("type").asString()) {
          case "gt" -> ">";
          case "lt" -> "<";
          default -> throw new AssertionError("What does Prometheus call " + evaluator + "?");
        },
        evaluator.at("/params/0").asString(),
        rule.path("for").asString());
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
