package io.groceryplanner.grafana;

import io.groceryplanner.grafana.Dashboard.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The seventeen rules of Grafana's dashboard-linter under their own names, written anew from what
 * its documentation says they are for.
 *
 * @see <a href="https://github.com/grafana/dashboard-linter/tree/main/docs">dashboard-linter</a>
 */
final class DashboardRules {

  /** What a rule says against a dashboard: nothing, or what is wrong and where. */
  interface Check {
    Stream<String> complaints(Dashboard dashboard);
  }

  record Rule(String name, Check check) {
    List<String> complaints(Dashboard dashboard) {
      return check.complaints(dashboard).map(said -> name + ": " + said).toList();
    }
  }

  /** Of Grafana's many units those that can mean something here. */
  private static final Set<String> UNITS =
      Set.of(
          "none",
          "short",
          "string",
          "percent",
          "percentunit",
          "bytes",
          "decbytes",
          "bits",
          "Bps",
          "ns",
          "µs",
          "ms",
          "s",
          "m",
          "h",
          "d",
          "dtdurations",
          "dateTimeAsIso",
          "dateTimeFromNow",
          "ops",
          "reqps",
          "rps",
          "iops",
          "cps",
          "bool",
          "bool_yes_no",
          "bool_on_off");

  private static final Set<String> WITH_UNITS =
      Set.of("stat", "singlestat", "graph", "table", "timeseries", "gauge");

  private DashboardRules() {}

  static List<Rule> all(Promtool promtool) {
    var all = new ArrayList<Rule>();
    all.add(new Rule("template-datasource-rule", DashboardRules::templateDatasource));
    all.add(new Rule("template-job-rule", it -> labelVariable(it, "job")));
    all.add(new Rule("template-instance-rule", it -> labelVariable(it, "instance")));
    all.add(
        new Rule(
            "template-label-promql-rule", it -> TargetRules.templateLabelPromql(it, promtool)));
    all.add(new Rule("template-on-time-change-reload-rule", DashboardRules::reloadOnTimeChange));
    all.add(
        panelRule(
            "panel-datasource-rule",
            "asks a fixed data source",
            (dashboard, panel) -> asksAChosenDatasource(dashboard, panel)));
    all.add(
        panelRule(
            "panel-title-description-rule",
            "has no title or no description",
            (dashboard, panel) ->
                !panel.title().isBlank()
                    && !panel.json().path("description").asString("").isBlank()));
    all.add(
        panelRule(
            "panel-units-rule",
            "has no unit, or one that Grafana does not know",
            (dashboard, panel) ->
                !WITH_UNITS.contains(panel.type())
                    || UNITS.contains(panel.json().at("/fieldConfig/defaults/unit").asString(""))));
    all.add(
        panelRule(
            "panel-no-targets-rule",
            "asks nothing",
            (dashboard, panel) -> panel.targets().findAny().isPresent()));
    all.addAll(TargetRules.all(promtool));
    all.add(
        new Rule(
            "uneditable-dashboard",
            it ->
                it.json().path("editable").asBoolean(true)
                    ? Stream.of("can be edited where these files cannot see it")
                    : Stream.empty()));
    return all;
  }

  private interface PanelCheck {
    boolean isGood(Dashboard dashboard, Panel panel);
  }

  private static Rule panelRule(String name, String fault, PanelCheck check) {
    return new Rule(
        name,
        dashboard ->
            dashboard
                .panelsWithQueries()
                .filter(panel -> !check.isGood(dashboard, panel))
                .map(panel -> "panel '" + panel.title() + "' " + fault));
  }

  private static boolean asksAChosenDatasource(Dashboard dashboard, Panel panel) {
    Predicate<JsonNode> isChosen =
        datasource ->
            dashboard.variables("datasource").stream()
                .map(variable -> variable.path("name").asString())
                .anyMatch(name ->
                    Set.of("$" + name, "${" + name + "}")
                        .contains(datasource.path("uid").asString("")));
    return isChosen.test(panel.json().path("datasource"))
        && panel
            .targets()
            .map(target -> target.json().path("datasource"))
            .allMatch(own -> own.isMissingNode() || isChosen.test(own));
  }

  private static Stream<String> templateDatasource(Dashboard dashboard) {
    var chosen = dashboard.variables("datasource");
    if (chosen.isEmpty()) {
      return Stream.of("no data source can be chosen");
    }
    return chosen.stream()
        .filter(variable -> !isWellNamed(variable, chosen.size() == 1))
        .map(variable -> "the variable " + variable.path("name") + " is not named as is usual");
  }

  private static boolean isWellNamed(JsonNode variable, boolean isTheOnlyOne) {
    var kind = variable.path("query").asString("");
    var name = variable.path("name").asString("");
    var label = variable.path("label").asString("");
    if (isTheOnlyOne && name.equals("datasource") && label.equals("Data source")) {
      return true;
    }
    return name.equals(kind.toLowerCase(Locale.ROOT) + "_datasource")
        && label.equals(capitalised(kind) + " data source");
  }

  private static String capitalised(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Stream<String> labelVariable(Dashboard dashboard, String label) {
    if (!dashboard.isOfPrometheus()) {
      return Stream.empty();
    }
    var found =
        dashboard.variables().stream()
            .filter(variable -> variable.path("name").asString().equals(label))
            .findFirst();
    if (found.isEmpty()) {
      return Stream.of("there is no variable '" + label + "'");
    }
    var variable = found.get();
    var faults = new ArrayList<String>();
    if (!variable.at("/datasource/uid").asString("").matches("\\$\\{?(prometheus_)?datasource}?")) {
      faults.add("asks a fixed data source");
    }
    if (!variable.path("type").asString("").equals("query")) {
      faults.add("is no query");
    }
    if (!variable.path("label").asString("").equals(capitalised(label))) {
      faults.add("is not labelled '" + capitalised(label) + "'");
    }
    if (!variable.path("multi").asBoolean(false)) {
      faults.add("allows one choice only");
    }
    if (!variable.path("allValue").asString("").equals(".+")) {
      faults.add("takes something else than .+ for all");
    }
    return faults.stream().map(fault -> "the variable '" + label + "' " + fault);
  }

  private static Stream<String> reloadOnTimeChange(Dashboard dashboard) {
    return dashboard.variables("query").stream()
        .filter(variable -> variable.path("refresh").asInt(0) != 2)
        .map(variable ->
            "the variable " + variable.path("name") + " does not follow the time range");
  }
}
