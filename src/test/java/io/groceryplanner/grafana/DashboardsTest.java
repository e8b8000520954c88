package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The dashboards in {@code grafana-provisioning/dashboards}, and the data sources they ask. */
class DashboardsTest {

  static List<String> files() {
    return Provisioning.files("dashboards", ".json").stream()
        .map(file -> file.getFileName().toString())
        .toList();
  }

  private static Dashboard dashboard(String file) {
    return new Dashboard(
        Provisioning.json(Provisioning.FOLDER.resolve("dashboards").resolve(file)));
  }

  @Test
  void allThatOpsWerePromisedAreThere() {
    assertThat(files())
        .contains(
            "service-overview.json", "infrastructure.json", "trace-explorer.json", "receipts.json");
  }

  @ParameterizedTest
  @MethodSource("files")
  void passesEveryRuleOfTheLinter(String file) throws IOException, InterruptedException {
    var dashboard = dashboard(file);

    var complaints =
        DashboardRules.all(Promtool.needed()).stream()
            .flatMap(rule -> rule.complaints(dashboard).stream());

    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void canBeLoadedIntoAnyGrafanaUnderAUidThatStays(String file) {
    var dashboard = dashboard(file);

    assertThat(dashboard.json().path("id").isNull()).as("no id of one database").isTrue();
    assertThat(dashboard.uid()).isEqualTo("planner-" + file.replace(".json", ""));
    assertThat(dashboard.json().path("schemaVersion").asInt()).isBetween(39, 41);
    assertThat(dashboard.json().path("title").asString()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("files")
  void panelsHaveIdsOfTheirOwnAndDoNotOverlap(String file) {
    var panels = dashboard(file).panels().map(Dashboard.Panel::json).toList();

    assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    for (var one : panels) {
      assertThat(edge(one, "x", "w"))
          .as("the right edge of " + one.path("title"))
          .isLessThanOrEqualTo(24);
      for (var other : panels) {
        if (one != other) {
          assertThat(overlap(one, other))
              .as(one.path("title") + " over " + other.path("title"))
              .isFalse();
        }
      }
    }
  }

  @Test
  void dataSourcesThatPanelsAskExist() {
    Set<String> kinds =
        Provisioning.files("datasources", ".yaml").stream()
            .flatMap(file -> Provisioning.stream(Provisioning.yaml(file).path("datasources")))
            .map(source -> source.path("type").asString())
            .collect(Collectors.toSet());

    for (var file : files()) {
      assertThat(dashboard(file).variables("datasource"))
          .extracting(variable -> variable.path("query").asString())
          .as(file)
          .isSubsetOf(kinds);
    }
  }

  private static int edge(JsonNode panel, String from, String size) {
    return panel.at("/gridPos/" + from).asInt() + panel.at("/gridPos/" + size).asInt();
  }

  private static boolean overlap(JsonNode one, JsonNode other) {
    return overlapAlong(one, other, "x", "w") && overlapAlong(one, other, "y", "h");
  }

  private static boolean overlapAlong(JsonNode one, JsonNode other, String from, String size) {
    return one.at("/gridPos/" + from).asInt() < edge(other, from, size)
        && other.at("/gridPos/" + from).asInt() < edge(one, from, size);
  }
}
