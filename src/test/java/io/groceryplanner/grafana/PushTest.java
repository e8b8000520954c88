package io.groceryplanner.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The push, as a program of its own, against something that answers like Grafana. */
class PushTest {

  private static final Path SOURCES = Provisioning.FOLDER.resolve("push");
  private static final String RULES = "/api/v1/provisioning/folder/grocery-planner/rule-groups/";

  private static final Map<String, String> ENVIRONMENT =
      Map.ofEntries(
          Map.entry("GRAFANA_TOKEN", GrafanaStandIn.TOKEN),
          Map.entry("RUNBOOKS_URL", "https://example.org/runbooks"),
          Map.entry("ONCALL_EMAIL", "oncall@example.org"),
          Map.entry("PAGERDUTY_INTEGRATION_KEY", "key-that-nobody-may-see"),
          Map.entry("SLACK_WEBHOOK_URL", "https://hooks.example.org/nobody-may-see"),
          Map.entry("AZURE_RULES_PAUSED", "false"),
          Map.entry("GRAFANA_AZURE_TENANT_ID", "tenant"),
          Map.entry("GRAFANA_AZURE_CLIENT_ID", "client"),
          Map.entry("GRAFANA_AZURE_SUBSCRIPTION_ID", "subscription"),
          Map.entry("GRAFANA_AZURE_CLIENT_SECRET", "secret-that-nobody-may-see"),
          Map.entry("GRAFANA_AZURE_RESOURCE_GROUP", "rg-of-this-test"),
          Map.entry("GRAFANA_AZURE_DATABASE", "psql-of-this-test"),
          Map.entry("GRAFANA_AZURE_STORAGE", "st-of-this-test"));

  @TempDir static Path classes;

  private GrafanaStandIn grafana;
  private final Map<String, String> environment = new HashMap<>(ENVIRONMENT);

  private record Ended(int status, String said) {}

  @BeforeAll
  static void compile() throws IOException {
    var arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", libraries()));
    try (var files = Files.list(SOURCES)) {
      files.map(Path::toString).forEach(arguments::add);
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  @BeforeEach
  void start() throws IOException {
    grafana = GrafanaStandIn.start();
    environment.put("GRAFANA_URL", grafana.url());
  }

  @AfterEach
  void stop() {
    grafana.close();
  }

  @Test
  void theFirstPushBringsEverythingAndTheSecondFindsNothingToDo() throws Exception {
    var first = push();

    assertThat(first.said())
        .contains("+ folder Grocery Planner", "+ contact point pagerduty", "~ policies")
        .contains("+ rules web", "+ rules azure", "+ dashboard Service Overview", " changed.");
    assertThat(first.status()).isZero();
    var ofAzure = thing(RULES + "azure").at("/rules/0");
    assertThat(ofAzure.path("isPaused").asBoolean()).isFalse();
    assertThat(ofAzure.at("/data/0/model/azureMonitor/resources/0/resourceName").asString())
        .isEqualTo("psql-of-this-test");

    grafana.forgetChanges();
    var second = push();

    assertThat(second.said()).doesNotContain("+ ", "~ ").endsWith("Nothing differs.\n");
    assertThat(second.status()).isZero();
    assertThat(grafana.changes()).isEmpty();
  }

  @Test
  void rulesAskTheDataSourcesOfCloudAndLinkToRunbooksThatExist() throws Exception {
    push();

    var rule = thing(RULES + "web").at("/rules/0");
    assertThat(rule.at("/data/0/datasourceUid").asString()).isEqualTo("grafanacloud-prom");
    assertThat(rule.at("/data/1/datasourceUid").asString()).isEqualTo("__expr__");
    assertThat(rule.at("/annotations/runbook_url").asString())
        .isEqualTo("https://example.org/runbooks/high-error-rate.md");
    assertThat(rule.at("/annotations/summary").asString()).contains("$values.A.Value");
    assertThat(rule.at("/folderUID").asString()).isEqualTo("grocery-planner");
    assertThat(thing(RULES + "web").path("interval").asInt()).isEqualTo(60);
  }

  /** As people call it: from the sources, compiled on the way. */
  @Test
  void aDryRunSaysWhatItWouldDoAndSendsNothing() throws Exception {
    var ended = run("-cp", libraries(), SOURCES.resolve("Push.java").toString(), "--dry-run");

    assertThat(ended.said()).contains("+ rules web", "nothing was sent");
    assertThat(ended.status()).isZero();
    assertThat(grafana.changes()).isEmpty();
  }

  @Test
  void whatSomebodyChangedByHandIsSaidAndPutRight() throws Exception {
    push();
    grafana.forgetChanges();
    var evaluator = thing(RULES + "web").at("/rules/0/data/1/model/conditions/0/evaluator");
    ((ObjectNode) evaluator).putArray("params").add(0.9);

    var ended = push();

    assertThat(ended.said())
        .contains("~ rules web\n")
        .contains("/rules/0/data/1/model/conditions/0/evaluator/params/0: 0.9 → 0.05")
        .endsWith("1 changed.\n");
    assertThat(grafana.changes()).containsExactly("PUT " + RULES + "web");
    assertThat(push().said()).endsWith("Nothing differs.\n");
  }

  @Test
  void secretsAreSentAnewOnlyWhenAskedTo() throws Exception {
    push();
    grafana.forgetChanges();

    push("--secrets");

    assertThat(grafana.changes())
        .containsExactlyInAnyOrder(
            "PUT /api/datasources/uid/azure-monitor",
            "PUT /api/v1/provisioning/contact-points/email-oncall",
            "PUT /api/v1/provisioning/contact-points/pagerduty",
            "PUT /api/v1/provisioning/contact-points/slack-alerts");
  }

  @Test
  void nothingSecretIsEverPrinted() throws Exception {
    var said = new StringBuilder(push().said()).append(push("--secrets").said());
    var settings = (ObjectNode) thing("/api/v1/provisioning/contact-points/slack-alerts");
    ((ObjectNode) settings.path("settings")).put("url", "https://hooks.example.org/another");
    said.append(push().said());
    environment.put("GRAFANA_TOKEN", "glsa_wrong");
    var refused = push();
    assertThat(refused.said()).contains("401: Invalid API key");
    assertThat(refused.status()).isNotZero();

    assertThat(said.append(refused.said()).toString())
        .contains("/settings/url differs")
        .doesNotContain("nobody-may-see", "another", GrafanaStandIn.TOKEN, "glsa_wrong");
  }

  @Test
  void aVariableThatIsNotSetIsNamedBeforeAnythingIsSent() throws Exception {
    environment.remove("SLACK_WEBHOOK_URL");
    environment.put("ONCALL_EMAIL", " ");

    var ended = push();

    assertThat(ended.said()).contains("not set: ONCALL_EMAIL, SLACK_WEBHOOK_URL.");
    assertThat(ended.status()).isNotZero();
    assertThat(grafana.changes()).isEmpty();
  }

  @Test
  void withoutAzureItsRuleIsPausedAndItsDataSourceNotAsked() throws Exception {
    environment.keySet().removeIf(name -> name.startsWith("GRAFANA_AZURE"));
    environment.put("AZURE_RULES_PAUSED", "true");

    assertThat(push().status()).isZero();

    assertThat(thing(RULES + "azure").at("/rules/0/isPaused").asBoolean()).isTrue();
    assertThat(grafana.changes()).noneMatch(change -> change.contains("/api/datasources"));
  }

  @Test
  void rulesThatNoFileHasAnyMoreAreNamedAndLeftToAPerson() throws Exception {
    grafana.add(RULES + "old", "{'rules': [{'folderUID': 'grocery-planner', 'ruleGroup': 'old'}]}");

    assertThat(push().said()).contains("? rules old are in Grafana and in no file");

    assertThat(thing(RULES + "old")).isNotNull();
  }

  private ObjectNode thing(String path) {
    return grafana.thing(path);
  }

  private Ended push(String... options) throws IOException, InterruptedException {
    var classPath = classes + System.getProperty("path.separator") + libraries();
    return run(Stream.concat(Stream.of("-cp", classPath, "Push"), Stream.of(options)));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    return run(Stream.of(arguments));
  }

  private Ended run(Stream<String> arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8"));
    arguments.forEach(command::add);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(ENVIRONMENT.keySet());
    builder.environment().putAll(environment);
    var process = builder.start();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), said);
  }

  /** What the push needs, from wherever the build has it. */
  private static String libraries() {
    return Stream.of(
            "org.yaml.snakeyaml.Yaml",
            "tools.jackson.databind.JsonNode",
            "tools.jackson.core.JsonParser",
            "com.fasterxml.jackson.annotation.JsonProperty")
        .map(PushTest::placeOf)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static String placeOf(String name) {
    try {
      var source = Class.forName(name).getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).toString();
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
