package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the files take from the environment is set where Grafana is started, and is documented. */
class ProvisioningVariablesTest {

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?([A-Z][A-Z_]+)}?");

  /** Inside "model" and in dashboards Grafana expands nothing. */
  private static final Set<String> EXPANDED_BY_THE_PUSH =
      Set.of("GRAFANA_AZURE_RESOURCE_GROUP", "GRAFANA_AZURE_DATABASE", "GRAFANA_AZURE_STORAGE");

  private static Set<String> used() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.walk(Provisioning.FOLDER)) {
      for (var file : files.filter(it -> it.toString().matches(".*\\.(yaml|json)")).toList()) {
        VARIABLE.matcher(Files.readString(file)).results().forEach(it -> used.add(it.group(1)));
      }
    }
    return used;
  }

  /**
   * An empty contact point keeps Grafana from starting, so each has a value even if nobody sets it.
   */
  @Test
  void aLocalGrafanaIsGivenEachWithAValueThatLetsItStart() throws IOException {
    var grafana = Provisioning.yaml(Path.of("compose.yaml")).at("/services/grafana");
    var given = grafana.path("environment");

    var expandedByGrafana = used();
    expandedByGrafana.removeAll(EXPANDED_BY_THE_PUSH);

    assertThat(expandedByGrafana).hasSizeGreaterThan(9);
    assertThat(given.propertyNames()).containsAll(expandedByGrafana);
    assertThat(given.properties())
        .filteredOn(entry -> entry.getValue().asString().startsWith("${"))
        .allMatch(
            entry -> entry.getValue().asString().matches("\\$\\{" + entry.getKey() + ":-.+}"));
    assertThat(grafana.path("volumes").path(0).asString())
        .isEqualTo(
            "./grafana-provisioning:" + given.path("GF_PATHS_PROVISIONING").asString() + ":ro");
    assertThat(grafana.at("/profiles/0").asString()).isEqualTo("grafana");
  }

  @Test
  void eachIsExplained() throws IOException {
    var page = Files.readString(Path.of("docs", "operations.md"));
    Stream<String> ofAzure = used().stream().filter(name -> name.startsWith("GRAFANA_AZURE_"));

    assertThat(used().stream().filter(name -> !name.startsWith("GRAFANA_AZURE_")))
        .allMatch(name -> page.contains("`" + name + "`"));
    assertThat(ofAzure.map(name -> name.substring("GRAFANA_AZURE".length())))
        .allMatch(name -> page.contains(name + "`"));
  }

  @Test
  void theTableOfAlertsIsTheOneThereIs() throws IOException {
    var page = Files.readString(Path.of("docs", "operations.md"));
    for (var group : Provisioning.files("alerting", ".yaml")) {
      for (var rules : Provisioning.yaml(group).path("groups")) {
        for (var rule : rules.path("rules")) {
          var uid = rule.path("uid").asString();
          assertThat(page.lines())
              .filteredOn(line -> line.contains("(runbooks/" + uid + ".md)"))
              .singleElement()
              .asString()
              .startsWith("| " + rule.path("title").asString() + " |")
              .contains("| " + rule.at("/labels/severity").asString() + " |")
              .contains("`" + group.getFileName() + "`");
        }
      }
    }
  }
}
