package io.groceryplanner.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every workflow keeps to, beside what actionlint knows. */
final class WorkflowRules {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: (.*)$");
  private static final Pattern PINNED =
      Pattern.compile("\\./\\.github/.*|[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
  private static final Pattern SECRET = Pattern.compile("secrets\\.(\\w+)");
  private static final Set<String> DEPLOYS = Set.of("id-token");

  static final List<Rule<Workflow>> ALL =
      List.of(
          new Rule<>("actions are pinned to a commit, with the version it is", WorkflowRules::pins),
          new Rule<>(
              "nothing is permitted to a workflow as a whole",
              w ->
                  w.document().path("permissions").toString().equals("{}")
                      ? List.of()
                      : List.of("its permissions are " + w.document().path("permissions"))),
          new Rule<>(
              "each job says what it is permitted",
              w -> w.jobs(job -> !job.has("permissions"), "does not say")),
          new Rule<>("only jobs of an environment sign in to Azure", WorkflowRules::tokens),
          new Rule<>(
              "strangers' pull requests run without rights",
              w ->
                  w.text().contains("pull_request_target") || w.text().contains("workflow_run")
                      ? List.of("it runs with the repository's rights")
                      : List.of()),
          new Rule<>(
              "no text from outside gets into a script",
              w ->
                  w.steps(
                      step -> step.path("run").asString("").contains("${{"),
                      "has it in its script")),
          new Rule<>(
              "the only secret is the token of the run",
              w ->
                  SECRET
                      .matcher(w.text())
                      .results()
                      .map(hit -> hit.group(1))
                      .filter(name -> !name.equals("GITHUB_TOKEN"))
                      .toList()),
          new Rule<>(
              "each job ends some time",
              w ->
                  w.jobs(
                      job -> !job.has("uses") && !job.has("timeout-minutes"),
                      "may go on for hours")),
          new Rule<>(
              "a checkout leaves no credentials behind",
              w ->
                  w.steps(
                      step ->
                          step.path("uses").asString("").startsWith("actions/checkout@")
                              && !step.at("/with/persist-credentials").toString().equals("false"),
                      "keeps them")),
          new Rule<>(
              "images carry what they are made of and where",
              w ->
                  w.steps(
                      step ->
                          step.path("uses").asString("").startsWith("docker/build-push-action@")
                              && !(step.at("/with/sbom").toString().equals("true")
                                  && step.at("/with/provenance").asString("").equals("mode=max")),
                      "says neither")),
          new Rule<>(
              "a deployment asks its environment and is never broken off",
              w ->
                  w.jobs(
                      job ->
                          isDeployment(job)
                              && !(job.path("environment").asString("").startsWith("${{ inputs.")
                                  && job.at("/concurrency/group").asString("").startsWith("deploy-")
                                  && job.at("/concurrency/cancel-in-progress")
                                      .toString()
                                      .equals("false")),
                      "does not")),
          new Rule<>("a deployment's steps follow one another", WorkflowRules::order),
          new Rule<>("what is deployed was tried before", WorkflowRules::gates));

  private WorkflowRules() {}

  /**
   * @param name of its file
   */
  record Workflow(String name, String text, JsonNode document) {

    static Workflow read(Path file) {
      return of(file.getFileName().toString(), Repository.read(file));
    }

    static Workflow of(String name, String text) {
      return new Workflow(name, text, MAPPER.valueToTree(new Yaml().load(text)));
    }

    List<String> jobs(Function<JsonNode, Boolean> isWrong, String what) {
      return document
          .path("jobs")
          .propertyStream()
          .filter(job -> isWrong.apply(job.getValue()))
          .map(job -> job.getKey() + " " + what)
          .toList();
    }

    List<String> steps(Function<JsonNode, Boolean> isWrong, String what) {
      return document
          .path("jobs")
          .valueStream()
          .flatMap(job -> job.path("steps").valueStream())
          .filter(isWrong::apply)
          .map(step -> step.path("name").asString(step.path("uses").asString("")) + " " + what)
          .toList();
    }
  }

  private static List<String> pins(Workflow workflow) {
    return USES.matcher(workflow.text())
        .results()
        .map(hit -> hit.group(1).strip())
        .filter(uses -> !PINNED.matcher(uses).matches())
        .toList();
  }

  private static List<String> tokens(Workflow workflow) {
    return workflow.jobs(
        job ->
            job.path("permissions").propertyNames().stream().anyMatch(DEPLOYS::contains)
                && !job.has("environment")
                && !job.path("uses").asString("").endsWith("/_deploy.yml"),
        "asks for a token");
  }

  private static boolean isDeployment(JsonNode job) {
    return job.path("steps")
        .valueStream()
        .anyMatch(step -> step.path("run").asString("").contains("deploy.sh"));
  }

  private static List<String> order(Workflow workflow) {
    var broken = new ArrayList<String>();
    for (var job : workflow.document().path("jobs")) {
      if (!isDeployment(job)) {
        continue;
      }
      var steps =
          job.path("steps")
              .valueStream()
              .map(step -> step.path("run").asString(""))
              .filter(run -> run.contains("deploy.sh"))
              .map(run -> run.replaceFirst("(?s).*deploy\\.sh (\\w+).*", "$1"))
              .toList();
      if (!steps.equals(
          List.of("foundation", "images", "preview", "migrate", "ai", "web", "back"))) {
        broken.add("they are " + steps);
      }
      var last = job.path("steps").get(job.path("steps").size() - 1);
      if (!last.path("if").asString("").contains("failure()")) {
        broken.add("the way back is not for failures");
      }
    }
    return broken;
  }

  /** Checks before images, images before staging, staging before production. */
  private static List<String> gates(Workflow workflow) {
    var jobs = workflow.document().path("jobs");
    if (!jobs.has("production")) {
      return List.of();
    }
    return Stream.of(
            Map.entry("images", "checks"),
            Map.entry("staging", "images"),
            Map.entry("production", "staging"))
        .filter(
            pair -> !jobs.path(pair.getKey()).path("needs").toString().contains(pair.getValue()))
        .map(pair -> pair.getKey() + " does not wait for " + pair.getValue())
        .toList();
  }
}
