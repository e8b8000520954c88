package io.groceryplanner.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.infra.arm.ResolvedTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code infra/arm/deploy.sh} with stand-ins for az, docker and curl, which write down what they
 * are asked and answer from a table.
 */
class DeployScriptTest {

  private static final Path SCRIPT = Path.of("infra", "arm", "deploy.sh").toAbsolutePath();
  private static final String WEB_DIGEST = "sha256:" + "a".repeat(64);
  private static final String AI_DIGEST = "sha256:" + "b".repeat(64);
  private static final String OLD_WEB = "acr.example/web@sha256:" + "c".repeat(64);
  private static final Pattern GIVEN = Pattern.compile("(\\w+)=(\\S*)");

  /** First those that say more: the first that is a part of the question is the answer. */
  private static final String ANSWERS =
      """
      job start|run-1
      execution show|Succeeded
      revision list|ca-grocery-planner-ai--older
      --name ca-grocery-planner-ai --query|ca-grocery-planner-ai--old
      containers[0].image|%s
      latestReadyRevisionName|ca-grocery-planner-web--c1f0c9aa-42
      ingress.fqdn|web.example
      imagetools inspect acr.example/web|%s
      imagetools inspect acr.example/ai|%s
      /health|{"status":"ok","database":"ok"}
      /VAADIN/push|101
      """
          .formatted(OLD_WEB, WEB_DIGEST, AI_DIGEST);

  @TempDir Path folder;

  @BeforeEach
  void standIns() throws IOException {
    var standIn =
        """
        #!/bin/sh
        echo "$(basename "$0") $*" >>"%1$s/asked"
        while IFS='|' read -r question answer; do
          case "$(basename "$0") $*" in
            *"$question"*) [ "$answer" = FAIL ] && exit 1; printf '%%s\\n' "$answer"; exit 0 ;;
          esac
        done <"%1$s/answers"
        """
            .formatted(folder);
    for (var name : List.of("az", "docker", "curl")) {
      Files.writeString(folder.resolve(name), standIn);
      Files.setPosixFilePermissions(
          folder.resolve(name), PosixFilePermissions.fromString("rwx------"));
    }
    answer("");
  }

  @Test
  void imagesAreCopiedAsTheyAre() throws Exception {
    assertThat(run("images").exitCode()).isZero();
    assertThat(asked())
        .contains(
            "docker buildx imagetools create --tag acr.example/web:c1f0c9aa-42"
                + " ghcr.io/somebody/planner-web@"
                + WEB_DIGEST);

    answer("imagetools inspect acr.example/ai|" + WEB_DIGEST + "\n");
    assertThat(run("images").output()).contains("not as " + AI_DIGEST);
  }

  @Test
  void aFoundationThatLacksSomethingStopsTheDeployment() throws Exception {
    assertThat(run("foundation").exitCode()).isZero();
    assertThat(asked()).contains("withAzureOpenAi=true infrastructureSubnetId=/x --query");

    answer("what-if|Modify\t/subscriptions/x/vaults/v\n");
    var differing = run("foundation");
    assertThat(differing.exitCode()).isZero();
    assertThat(differing.output()).contains("The foundation differs", "/vaults/v");

    answer("what-if|Create\t/subscriptions/x/vaults/v\n");
    assertThat(run("foundation").exitCode()).isNotZero();
  }

  @Test
  void aDatabaseInANetworkThatTheAppsAreNotInIsRefused() throws Exception {
    var alone = run("foundation", Map.of("FOUNDATION_PARAMETERS", "databaseSubnetId=/x"));
    assertThat(alone.exitCode()).isNotZero();
    assertThat(alone.output()).contains("needs infrastructureSubnetId, too");
    assertThat(folder.resolve("asked")).as("nobody was asked anything").doesNotExist();

    var nameless =
        run(
            "foundation",
            Map.of(
                "FOUNDATION_PARAMETERS",
                "infrastructureSubnetId=/y databaseSubnetId=/x databasePrivateDnsZoneId="));
    assertThat(nameless.output()).contains("needs databasePrivateDnsZoneId, too");

    var whole =
        run(
            "foundation",
            Map.of(
                "FOUNDATION_PARAMETERS",
                "databasePrivateDnsZoneId=/z databaseSubnetId=/x infrastructureSubnetId=/y"));
    assertThat(whole.exitCode()).as(whole.output()).isZero();
  }

  @Test
  void theMigrationGatesEverythingElse() throws Exception {
    assertThat(run("migrate").exitCode()).isZero();
    assertThat(deployed("migration").list(Delivery.JOB))
        .extracting("name")
        .containsExactly(Delivery.MIGRATION);

    answer("execution show|Failed\n");
    var failed = run("migrate");
    assertThat(failed.exitCode()).isNotZero();
    assertThat(failed.output()).contains("caj-grocery-planner-migrate did not succeed");
  }

  @Test
  void aNewAiServiceGetsTrafficOnlyOnceItHasAnswered() throws Exception {
    assertThat(run("ai").exitCode()).isZero();
    assertThat(
            deployed("ai")
                .get(Delivery.APP, Delivery.AI)
                .at("/properties/configuration/ingress/traffic/0/revisionName")
                .asString())
        .isEqualTo("ca-grocery-planner-ai--old");
    assertThat(asked())
        .containsSubsequence(
            "deployment group create",
            "job start",
            "execution show",
            "--label-weight green=100 blue=0",
            "revision deactivate --name ca-grocery-planner-ai --revision"
                + " ca-grocery-planner-ai--older");

    answer("execution show|Failed\n");
    assertThat(run("ai").exitCode()).isNotZero();
    assertThat(asked()).doesNotContain("--label-weight");
    assertThat(run("back").exitCode()).isZero();
    assertThat(asked())
        .contains("--revision-weight ca-grocery-planner-ai--old=100")
        .doesNotContain("part=web");
  }

  @Test
  void theFirstAiServiceOfAllGetsTrafficAtOnce() throws Exception {
    answer("--name ca-grocery-planner-ai --query|FAIL\n");

    assertThat(run("ai").exitCode()).isZero();
    assertThat(
            deployed("ai")
                .get(Delivery.APP, Delivery.AI)
                .at("/properties/configuration/ingress/traffic/0/weight")
                .asInt())
        .isEqualTo(100);
    assertThat(asked()).doesNotContain("traffic set");
  }

  @Test
  void aWebThatIsWellStays() throws Exception {
    var done = run("web");

    assertThat(done.exitCode()).isZero();
    assertThat(done.output()).contains("https://web.example");
    assertThat(
            Delivery.container(deployed("web").get(Delivery.APP, Delivery.WEB))
                .path("image")
                .asString())
        .isEqualTo("acr.example/web@" + WEB_DIGEST);
  }

  @Test
  void aWebThatIsNotWellGoesBackToWhatWasThere() throws Exception {
    answer("/health|{\"status\":\"down\",\"database\":\"down\"}\n");
    assertThat(run("web").output()).contains("does not say that it is well");

    answer("latestReadyRevisionName|ca-grocery-planner-web--c1f0c9aa-42-back\n");
    assertThat(run("back").output()).contains("web is back at " + OLD_WEB);
    var web = deployed("web").get(Delivery.APP, Delivery.WEB);
    assertThat(Delivery.container(web).path("image").asString()).isEqualTo(OLD_WEB);
    assertThat(web.at("/properties/template/revisionSuffix").asString())
        .isEqualTo("c1f0c9aa-42-back");
  }

  @Test
  void screensThatWouldHearOfNothingAreNoSuccess() throws Exception {
    assertThat(run("web").exitCode()).isZero();

    answer("/VAADIN/push|403\n");
    var silent = run("web");
    assertThat(silent.exitCode()).isNotZero();
    assertThat(silent.output()).contains("lets no WebSocket through: 403");
  }

  @Test
  void aWayBackThatDoesNotComeUpIsNotSaidToBeTaken() throws Exception {
    answer("/health|{\"status\":\"down\",\"database\":\"down\"}\n");
    run("web");

    answer("");
    var back = run("back");
    assertThat(back.exitCode()).isNotZero();
    assertThat(back.output())
        .contains("the revision c1f0c9aa-42-back of ca-grocery-planner-web did not become ready")
        .doesNotContain("web is back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f0c9aa-42", "c1f0c9aa--42", "c1f0c9aa-", "C1f0c9aa", "c1f0c9aa.42"})
  void aRevisionThatAzureWouldRefuseIsRefusedBeforeAnythingIsAsked(String revision)
      throws Exception {
    var refused = run("images", Map.of("REVISION", revision));

    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("the revision " + revision + " must begin");
    assertThat(folder.resolve("asked")).doesNotExist();
  }

  @Test
  void aFailureBeforeAnythingChangedChangesNothingEither() throws Exception {
    assertThat(run("back").output()).contains("nothing was changed");
    assertThat(run("nonsense").exitCode()).isNotZero();
  }

  /** Answers that come before the usual ones; what was asked is forgotten. */
  private void answer(String instead) throws IOException {
    Files.writeString(folder.resolve("answers"), instead + ANSWERS);
    Files.deleteIfExists(folder.resolve("asked"));
  }

  private String asked() throws IOException {
    return Files.readString(folder.resolve("asked"));
  }

  /** What Azure would have made of the last deployment of this part. */
  private ResolvedTemplate deployed(String part) throws IOException {
    var command =
        asked()
            .lines()
            .filter(
                line -> line.contains("deployment group create") && line.contains("part=" + part))
            .toList()
            .getLast();
    var given = new HashMap<String, JsonNode>(Delivery.parameters("staging"));
    GIVEN
        .matcher(command)
        .results()
        .forEach(hit -> given.put(hit.group(1), Delivery.text(hit.group(2))));
    return Delivery.appsTemplate().resolve(given, Delivery.PLACE);
  }

  private record Run(int exitCode, String output) {}

  private Run run(String step) throws Exception {
    return run(step, Map.of());
  }

  private Run run(String step, Map<String, String> different) throws Exception {
    var builder = new ProcessBuilder("sh", SCRIPT.toString(), step).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("PATH", folder + ":" + System.getenv("PATH")),
                Map.entry("DEPLOYMENT_STATE", folder.resolve("before").toString()),
                Map.entry("DEPLOYMENT_PAUSE", "0"),
                Map.entry("ENVIRONMENT", "staging"),
                Map.entry("AZURE_RESOURCE_GROUP", "rg-grocery-planner-staging"),
                Map.entry("ACR_LOGIN_SERVER", "acr.example"),
                Map.entry("IMAGE_SOURCE", "ghcr.io/somebody/planner"),
                Map.entry("GITHUB_REPOSITORY", "somebody/planner"),
                Map.entry(
                    "FOUNDATION_PARAMETERS", "withAzureOpenAi=true infrastructureSubnetId=/x"),
                Map.entry("REVISION", "c1f0c9aa-42"),
                Map.entry("WEB_DIGEST", WEB_DIGEST),
                Map.entry("AI_DIGEST", AI_DIGEST),
                Map.entry("ADMIN_EMAILS", "admin@example.org"),
                Map.entry("OTLP_ENDPOINT", "https://otlp.example.org/otlp")));
    builder.environment().putAll(different);
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }
}
