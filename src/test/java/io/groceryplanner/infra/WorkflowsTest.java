package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.infra.WorkflowRules.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowsTest {

  private static final Path FOLDER = Path.of(".github", "workflows");
  private static final String CHECKOUT =
      "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";

  static Stream<Arguments> workflows() {
    try (var files = Files.list(FOLDER)) {
      return files.toList().stream()
          .flatMap(file ->
              WorkflowRules.ALL.stream()
                  .map(rule -> Arguments.of(file.getFileName().toString(), rule)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule, the workflow, what is written there and what takes its place. */
  static List<Arguments> breakages() {
    return List.of(
        broken("actions are pinned", "ci.yml", CHECKOUT, "actions/checkout@v7"),
        broken("actions are pinned", "ci.yml", " # v7.0.1", ""),
        broken("nothing is permitted", "ci.yml", "permissions: {}", "permissions: write-all"),
        broken("nothing is permitted", "ci.yml", "permissions: {}", ""),
        broken("each job says", "_images.yml", "    permissions: {}\n", ""),
        broken("only jobs of an environment", "ci.yml", "contents: read", "id-token: write"),
        broken("strangers' pull requests", "ci.yml", "pull_request:", "pull_request_target:"),
        broken("no text from outside", "ci.yml", "./planner test", "echo ${{ github.head_ref }}"),
        broken(
            "the only secret", "_deploy.yml", "vars.AZURE_CLIENT_ID", "secrets.AZURE_CREDENTIALS"),
        broken("each job ends", "ci.yml", "    timeout-minutes: 90\n", ""),
        broken("a checkout leaves", "ci.yml", "persist-credentials: false", "fetch-depth: 0"),
        broken("images carry", "_images.yml", "sbom: true", "sbom: false"),
        broken("images carry", "_images.yml", "mode=max\n", "false\n"),
        broken(
            "a deployment asks", "_deploy.yml", "    environment: ${{ inputs.environment }}\n", ""),
        broken(
            "a deployment asks",
            "_deploy.yml",
            "cancel-in-progress: false",
            "cancel-in-progress: true"),
        broken("a deployment's steps", "_deploy.yml", "deploy.sh migrate", "deploy.sh web"),
        broken("a deployment's steps", "_deploy.yml", "failure() || cancelled()", "always()"),
        broken("what is deployed was tried", "deploy-azure.yml", "[images, staging]", "[images]"),
        broken("what is deployed was tried", "deploy-azure.yml", "needs: checks", "needs: []"));
  }

  private static Arguments broken(String rule, String file, String from, String to) {
    return Arguments.of(rule, file, from, to);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("workflows")
  void aWorkflowKeepsTheRule(String file, Rule<Workflow> rule) {
    assertThat(rule.broken(Workflow.read(FOLDER.resolve(file)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void aRuleFailsOnAWorkflowBrokenForIt(String begin, String file, String from, String to) {
    var text = Repository.read(FOLDER.resolve(file));
    assertThat(text).contains(from);
    var rule = WorkflowRules.ALL.stream().filter(one -> one.name().startsWith(begin)).toList();

    assertThat(rule).hasSize(1);
    assertThat(rule.getFirst().broken(Workflow.of(file, text.replace(from, to)))).isNotEmpty();
  }

  @Test
  void noRuleIsWithoutABrokenWorkflow() {
    var begins = breakages().stream().map(breakage -> (String) breakage.get()[0]).toList();

    assertThat(WorkflowRules.ALL)
        .allSatisfy(rule -> assertThat(begins).anyMatch(begin -> rule.name().startsWith(begin)));
  }

  /** The very script, with what GitHub would say; "-back" is added by the way back. */
  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef", "fedcba9876543210"})
  void aDeploymentNamesARevisionThatAzureTakesAndNobodyElseHas(String commit, @TempDir Path folder)
      throws Exception {
    var revision = revision(commit, "99999999999", "12", folder.resolve("env")) + "-back";

    assertThat(revision)
        .matches("[a-z](-?[a-z0-9])*")
        .hasSizeLessThanOrEqualTo(
            Delivery.appsTemplate().root().at("/parameters/revision/maxLength").asInt());
    assertThat(revision(commit, "2", "1", folder.resolve("other")))
        .isNotEqualTo(revision(commit, "3", "1", folder.resolve("third")));
  }

  private static String revision(String commit, String run, String attempt, Path written)
      throws Exception {
    var script =
        Workflow.read(FOLDER.resolve("_deploy.yml"))
            .document()
            .at("/jobs/deploy/steps")
            .valueStream()
            .map(step -> step.path("run").asString(""))
            .filter(text -> text.contains("REVISION="))
            .findFirst()
            .orElseThrow();
    var builder = new ProcessBuilder("bash", "-eu", "-c", script);
    builder
        .environment()
        .putAll(
            Map.of(
                "GITHUB_SHA",
                commit,
                "GITHUB_RUN_ID",
                run,
                // Counted for each workflow: one and the same in both.
                "GITHUB_RUN_NUMBER",
                "1",
                "GITHUB_RUN_ATTEMPT",
                attempt,
                "GITHUB_REPOSITORY",
                "Somebody/Planner",
                "GITHUB_ENV",
                written.toString()));
    assertThat(builder.start().waitFor()).isZero();
    return Repository.read(written)
        .lines()
        .filter(line -> line.startsWith("REVISION="))
        .map(line -> line.substring("REVISION=".length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheDeploymentReadsIsWhatThePageTellsPeopleToSet() {
    var page = Repository.read(Delivery.FOLDER.resolve("README.md"));

    assertThat(Repository.read(FOLDER.resolve("_deploy.yml")).split("vars\\."))
        .hasSizeGreaterThan(7);
    for (var part : Repository.read(FOLDER.resolve("_deploy.yml")).split("vars\\.")) {
      var name = part.replaceFirst("(?s)^(\\w*).*", "$1");
      if (name.matches("[A-Z_]+")) {
        assertThat(page).contains("`" + name + "`");
      }
    }
  }

  @Test
  void updatesComeForEverythingThatIsPinned() {
    assertThat(Repository.read(Path.of(".github", "dependabot.yml")))
        .contains("github-actions", "maven", "npm", "docker");
  }
}
