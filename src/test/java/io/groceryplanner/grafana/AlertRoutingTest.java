package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.grafana.NotificationPolicy.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every alert reaches whom its severity says, through the policies as Grafana is given them. */
class AlertRoutingTest {

  private static final Told PAGE = new Told("pagerduty", List.of());
  private static final Told MAIL = new Told("email-oncall", List.of());
  private static final Told SLACK = new Told("slack-alerts", List.of());
  private static final Told SLACK_BY_DAY = new Told("slack-alerts", List.of("nights"));

  private static NotificationPolicy policy() {
    var trees = Provisioning.alerting("policies");
    assertThat(trees).as("Grafana replaces the whole tree").hasSize(1);
    return new NotificationPolicy(trees.getFirst());
  }

  static List<JsonNode> rules() {
    return Provisioning.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isToldToWhomItsSeveritySays(JsonNode rule) {
    var severity = rule.at("/labels/severity").asString();

    var told = policy().tells(labels(rule));

    assertThat(told)
        .as(rule.path("uid").asString())
        .containsExactlyElementsOf(
            switch (severity) {
              case "critical" -> List.of(PAGE, MAIL);
              case "warning" -> List.of(SLACK, MAIL);
              case "info" -> List.of(SLACK_BY_DAY);
              default -> throw new AssertionError("no such severity: " + severity);
            });
  }

  @Test
  void eachSeverityIsThatOfTheRequirement() {
    var severities =
        rules().stream()
            .collect(
                Collectors.groupingBy(
                    rule -> rule.at("/labels/severity").asString(),
                    Collectors.mapping(rule -> rule.path("uid").asString(), Collectors.toSet())));

    assertThat(severities)
        .isEqualTo(
            Map.of(
                "critical",
                Set.of(
                    "high-error-rate",
                    "ai-service-down",
                    "telemetry-absent",
                    "error-budget-burn-fast"),
                "warning",
                Set.of(
                    "high-latency",
                    "db-connection-pool",
                    "db-high-cpu",
                    "job-failures",
                    "memory-pressure",
                    "breaker-open",
                    "receipts-stuck",
                    "error-budget-burn-slow"),
                "info",
                Set.of("receipt-queue-backlog")));
  }

  @Test
  void anAlertWithoutSeverityIsMailedRatherThanLost() {
    assertThat(policy().tells(Map.of("alertname", "DatasourceError"))).containsExactly(MAIL);
  }

  @Test
  void whomPoliciesNameExists() {
    var receivers = Provisioning.alerting("contactPoints").stream();
    assertThat(receivers)
        .extracting(point -> point.path("name").asString())
        .containsExactlyInAnyOrder("email-oncall", "pagerduty", "slack-alerts");
    assertThat(Provisioning.alerting("muteTimes"))
        .extracting(mute -> mute.path("name").asString())
        .containsExactly("nights");
  }

  private static Map<String, String> labels(JsonNode rule) {
    return rule.path("labels").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, label -> label.getValue().asString()));
  }
}
