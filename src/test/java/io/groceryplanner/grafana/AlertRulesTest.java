package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The alert rules as files: complete, linked with panels and runbooks, and free of secrets. */
class AlertRulesTest {

  private static final Path RUNBOOKS = Path.of("docs", "runbooks");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(key|secret|token|password|url|addresses)$");

  static List<JsonNode> rules() {
    return Provisioning.rules();
  }

  private static Set<String> uids() {
    return rules().stream().map(AlertRulesTest::uid).collect(Collectors.toSet());
  }

  private static String uid(JsonNode rule) {
    return rule.path("uid").asString();
  }

  @Test
  void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
    try (var pages = Files.list(RUNBOOKS)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(uids());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void itsRunbookSaysEverythingThatIsNeededAtNight(JsonNode rule) throws IOException {
    var page = Files.readString(RUNBOOKS.resolve(uid(rule) + ".md"));

    assertThat(page)
        .startsWith("# " + rule.path("title").asString() + "\n")
        .containsSubsequence(
            "## What it means for households",
            "## First look",
            "## Likely causes",
            "## What to do",
            "## How it clears",
            "## Rehearse");
    var severity = rule.at("/labels/severity").asString();
    assertThat(page.split("\n\n")[1].toLowerCase()).startsWith(severity + ":");
  }

  /** Names in bold are panels; those that a page sends people to must be there. */
  @ParameterizedTest
  @MethodSource("rules")
  void panelsAndPagesThatItsRunbookNamesExist(JsonNode rule) throws IOException {
    var page = Files.readString(RUNBOOKS.resolve(uid(rule) + ".md"));
    var firstLook = page.substring(page.indexOf("## First look"), page.indexOf("## Likely causes"));
    var titles =
        Provisioning.dashboards().stream()
            .flatMap(dashboard -> new Dashboard(dashboard).panels())
            .map(Dashboard.Panel::title)
            .collect(Collectors.toSet());

    assertThat(found("\\*\\*([^*]+)\\*\\*", firstLook)).isNotEmpty().isSubsetOf(titles);
    assertThat(found("\\]\\(([a-z-]+)\\.md\\)", page)).isSubsetOf(uids());
    assertThat(found("`/admin/(\\w+)`", page))
        .isSubsetOf("system", "jobs", "receipts", "storage", "audit", "about");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatItIsAndWhereToLook(JsonNode rule) {
    var annotations = rule.path("annotations");
    assertThat(annotations.path("summary").asString("")).isNotBlank().hasSizeLessThan(140);
    assertThat(annotations.path("description").asString("")).isNotBlank();
    assertThat(annotations.path("runbook_url").asString())
        .isEqualTo("${RUNBOOKS_URL}/" + uid(rule) + ".md");

    var dashboard = annotations.path("__dashboardUid__").asString();
    var panel = annotations.path("__panelId__").asString();
    assertThat(Provisioning.dashboards())
        .filteredOn(it -> it.path("uid").asString().equals(dashboard))
        .singleElement()
        .satisfies(it ->
            assertThat(new Dashboard(it).panels())
                .filteredOn(that -> that.json().path("id").asString().equals(panel))
                .singleElement()
                .satisfies(that ->
                    assertThat(that.json().path("description").asString())
                        .as("the panel says which alert looks at it")
                        .contains(uid(rule))));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isOfTheShapeThatGrafanaReads(JsonNode rule) {
    assertThat(uid(rule)).matches("[a-z][a-z-]{1,38}[a-z]");
    assertThat(rule.path("title").asString()).isNotBlank();
    assertThat(rule.path("for").asString()).matches("\\d+[smh]");
    assertThat(rule.path("noDataState").asString()).isIn("OK", "NoData");
    assertThat(rule.path("execErrState").asString()).isEqualTo("Error");
    assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning", "info");
    assertThat(rule.at("/labels/part").asString()).isNotBlank();

    var queries = Provisioning.stream(rule.path("data")).toList();
    assertThat(queries).extracting(it -> it.path("refId").asString()).doesNotHaveDuplicates();
    assertThat(queries)
        .allSatisfy(query -> assertThat(query.at("/model/refId")).isEqualTo(query.path("refId")));
    var last = queries.getLast();
    assertThat(last.path("refId")).isEqualTo(rule.path("condition"));
    assertThat(last.path("datasourceUid").asString()).isEqualTo("__expr__");
    assertThat(last.at("/model/type").asString()).isEqualTo("threshold");
    assertThat(last.at("/model/expression").asString())
        .isEqualTo(queries.get(queries.size() - 2).path("refId").asString());
    assertThat(last.at("/model/conditions/0/evaluator/params/0").isNumber()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void asksADataSourceThatExistsAndLongEnough(JsonNode rule) {
    var query = rule.path("data").path(0);
    var known =
        Provisioning.files("datasources", ".yaml").stream()
            .flatMap(file -> Provisioning.stream(Provisioning.yaml(file).path("datasources")))
            .map(source -> source.path("uid").asString())
            .toList();
    assertThat(query.path("datasourceUid").asString()).isIn(known);

    if (query.path("datasourceUid").asString().equals("prometheus")) {
      assertThat(query.at("/model/instant").asBoolean()).as("a number, not a curve").isTrue();
      var longest =
          PromQl.of(query.at("/model/expr").asString()).selectors().stream()
              .map(selector -> selector.range() == null ? 0 : seconds(selector.range()))
              .max(Integer::compare)
              .orElse(0);
      assertThat(query.at("/relativeTimeRange/from").asInt()).isGreaterThanOrEqualTo(longest);
    }
  }

  /** Nothing but its shape can be checked of what only Azure can answer. */
  @Test
  void theDatabasesCpuIsAskedOfAzureOverTenMinutesThatAzureHasAlreadyCounted() {
    var rule =
        rules().stream().filter(it -> uid(it).equals("db-high-cpu")).findFirst().orElseThrow();
    var query = rule.path("data").path(0);

    assertThat(query.path("queryType").asString()).isEqualTo("Azure Monitor");
    assertThat(query.at("/relativeTimeRange/to").asInt()).isEqualTo(120);
    assertThat(query.at("/relativeTimeRange/from").asInt()).isEqualTo(120 + 10 * 60);
    var asked = query.at("/model/azureMonitor");
    assertThat(asked.path("metricName").asString()).isEqualTo("cpu_percent");
    assertThat(asked.path("aggregation").asString()).isEqualTo("Average");
    assertThat(asked.path("timeGrain").asString()).isEqualTo("PT1M");
    assertThat(asked.at("/resources/0/resourceName").asString()).isNotBlank();
    assertThat(asked.at("/resources/0/resourceGroup").asString()).isNotBlank();
    assertThat(rule.at("/data/1/model/reducer").asString()).isEqualTo("mean");
    assertThat(rule.at("/data/2/model/conditions/0/evaluator/params/0").asInt()).isEqualTo(80);
    assertThat(rule.path("isPaused").asString()).isEqualTo("$AZURE_RULES_PAUSED");
  }

  @Test
  void uidsAndTitlesAreUsedOnce() {
    assertThat(rules()).extracting(AlertRulesTest::uid).doesNotHaveDuplicates();
    assertThat(rules()).extracting(rule -> rule.path("title").asString()).doesNotHaveDuplicates();
    assertThat(Provisioning.alerting("groups"))
        .extracting(group -> group.path("name").asString())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsSecretComesFromTheEnvironment() {
    var settings =
        Provisioning.alerting("contactPoints").stream()
            .flatMap(point -> Provisioning.stream(point.path("receivers")))
            .flatMap(receiver -> receiver.path("settings").properties().stream())
            .filter(setting -> SECRET.matcher(setting.getKey()).find())
            .toList();

    assertThat(settings).hasSize(3);
    assertThat(settings).allMatch(setting -> setting.getValue().asString().matches("\\$[A-Z_]+"));
  }

  private static Set<String> found(String pattern, String text) {
    Function<java.util.regex.MatchResult, String> group = match -> match.group(1);
    return Pattern.compile(pattern).matcher(text).results().map(group).collect(Collectors.toSet());
  }

  private static int seconds(String range) {
    var number = Integer.parseInt(range.substring(0, range.length() - 1));
    return number
        * switch (range.charAt(range.length() - 1)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3600;
          default -> throw new AssertionError(range);
        };
  }
}
