package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.grafana.Provisioning.PrometheusRule;
import java.io.IOException;
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

    var answer =
        AlertTrial.of(uid, folder)
            .run(cases.stream().map(one -> read(one, one.path("fires").asBoolean())).toList());

    assertThat(answer.isGood()).as(answer.text()).isTrue();
  }

  /** So that the test above is known to be able to fail. */
  @ParameterizedTest
  @MethodSource("rules")
  void theOppositeOfEachCaseIsFoundToBeWrong(String uid) throws IOException, InterruptedException {
    for (var one : Provisioning.stream(Provisioning.yaml(CASES).path(uid)).toList()) {
      var opposite = read(one, !one.path("fires").asBoolean());

      assertThat(AlertTrial.of(uid, folder).run(List.of(opposite)).isGood())
          .as(one.path("name").asString())
          .isFalse();
    }
  }

  private static AlertTrial.Case read(JsonNode one, boolean fires) {
    return new AlertTrial.Case(
        texts(one.path("series")), one.path("at").asString(), fires, texts(one.path("labels")));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }
}
