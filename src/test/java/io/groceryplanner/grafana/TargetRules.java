package io.groceryplanner.grafana;

import io.groceryplanner.grafana.Dashboard.Target;
import io.groceryplanner.grafana.DashboardRules.Rule;
import io.groceryplanner.grafana.PromQl.Selector;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Those of the {@link DashboardRules} that read what is asked. */
final class TargetRules {

  private static final Set<String> RATES = Set.of("rate", "irate");
  private static final Set<String> COUNTED_BY = Set.of("rate", "irate", "increase");
  private static final Pattern VARIABLE_QUERY =
      Pattern.compile("(label_names|label_values|metrics|query_result)\\((.*)\\)");

  /**
   * Of LogQL what dashboards here may use: a stream, filters of lines and labels, and counts of
   * both.
   */
  private static final Pattern LOG_QUERY = Pattern.compile(logQuery());

  private static final Pattern LOG_COUNT =
      Pattern.compile(
          "(?:sum|(?:sum|max) by \\([\\w, ]+\\) )?\\(?(?:count_over_time|rate)\\("
              + logQuery()
              + "\\s*\\[[$\\w]+]\\)\\)?");

  private static final Pattern LOG_RANGE = Pattern.compile("\\[([^\\]]+)]");

  private TargetRules() {}

  static List<Rule> all(Promtool promtool) {
    return List.of(
        rule(
            "target-logql-rule",
            Dashboard.LOKI,
            "is not LogQL",
            target -> isLogQl(target.expression().strip())),
        rule(
            "target-logql-auto-rule",
            Dashboard.LOKI,
            "looks back over a fixed time instead of $__auto",
            target ->
                LOG_RANGE
                    .matcher(target.expression())
                    .results()
                    .allMatch(range -> range.group(1).equals("$__auto"))),
        new Rule("target-promql-rule", dashboard -> targetPromql(dashboard, promtool)),
        selectorRule(
            "target-rate-interval-rule",
            "takes a rate over a fixed time instead of $__rate_interval",
            selector ->
                selector.range() == null
                    || !RATES.contains(selector.function())
                    || selector.range().equals("$__rate_interval")),
        selectorRule(
            "target-job-rule",
            "does not ask for job=~\"$job\"",
            selector -> selector.asks("job", "=~", "$job")),
        selectorRule(
            "target-instance-rule",
            "does not ask for instance=~\"$instance\"",
            selector -> selector.asks("instance", "=~", "$instance")),
        selectorRule(
            "target-counter-agg-rule",
            "shows a counter itself instead of its rate or increase",
            selector ->
                !selector.metric().endsWith("_total")
                    || selector.range() != null && COUNTED_BY.contains(selector.function())));
  }

  static Stream<String> templateLabelPromql(Dashboard dashboard, Promtool promtool) {
    if (!dashboard.isOfPrometheus()) {
      return Stream.empty();
    }
    return dashboard.variables("query").stream()
        .map(variable -> variable.path("query").asString(""))
        .flatMap(query -> {
          var parts = VARIABLE_QUERY.matcher(query);
          if (!parts.matches()) {
            return Stream.of("'" + query + "' is no question about labels");
          }
          var asked = parts.group(2);
          var comma = asked.lastIndexOf(',');
          var isOfOneMetric = parts.group(1).equals("label_values") && comma > 0;
          return promtool
              .complaints(List.of(isOfOneMetric ? asked.substring(0, comma) : asked))
              .stream();
        });
  }

  private static Stream<String> targetPromql(Dashboard dashboard, Promtool promtool) {
    var expressions = dashboard.targets(Dashboard.PROMETHEUS).map(Target::expression).toList();
    if (expressions.stream().anyMatch(String::isBlank)) {
      return Stream.of("a panel asks Prometheus nothing");
    }
    return promtool.complaints(expressions.stream().map(Dashboard::filledIn).toList()).stream();
  }

  private static Rule rule(String name, String kind, String fault, Predicate<Target> isGood) {
    return new Rule(
        name,
        dashboard ->
            dashboard
                .targets(kind)
                .filter(isGood.negate())
                .map(it -> "panel '" + it.panel().title() + "' " + fault + ": " + it.expression()));
  }

  private static Rule selectorRule(String name, String fault, Predicate<Selector> isGood) {
    return rule(
        name,
        Dashboard.PROMETHEUS,
        fault,
        target -> PromQl.of(target.expression()).selectors().stream().allMatch(isGood));
  }

  private static boolean isLogQl(String expression) {
    return LOG_QUERY.matcher(expression).matches() || LOG_COUNT.matcher(expression).matches();
  }

  private static String logQuery() {
    var text = "(?:\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`)";
    var matcher = "\\s*\\w+\\s*(?:=~|!~|!=|=)\\s*" + text + "\\s*";
    var stream = "\\{" + matcher + "(?:," + matcher + ")*}";
    var lineFilter = "(?:\\|=|!=|\\|~|!~)\\s*" + text;
    var labelFilter = "\\|\\s*\\w+\\s*(?:=~|!~|!=|=|>=|<=|>|<)\\s*(?:" + text + "|[\\d.]+\\w*)";
    var parser = "\\|\\s*(?:json|logfmt|line_format\\s+" + text + ")";
    return stream + "(?:\\s*(?:" + lineFilter + "|" + labelFilter + "|" + parser + "))*";
  }
}
