package io.groceryplanner.infra;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each image keeps to. That it builds and runs is seen by images.mjs. */
final class DockerfileRules {

  private static final Pattern PINNED =
      Pattern.compile("[\\w./-]+:(?!latest)[\\w.-]+@sha256:[0-9a-f]{64}");
  private static final Pattern STAND_IN = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(secret|password|token|credential|[^a-z]key).*");
  private static final Pattern TOOL =
      Pattern.compile("\\b(curl|wget|git|gcc|make|build-essential|maven|mvnw?|npm|nodejs?|jdk)\\b");
  private static final Set<String> SAID =
      Set.of(
          "org.opencontainers.image.title",
          "org.opencontainers.image.description",
          "org.opencontainers.image.revision");

  /** What changes least comes first; a part that an image has not is passed over. */
  private static final List<String> LAYERS =
      List.of("/opt/java", "/models ", "/native ", "/app/lib", "app.aot");

  static final List<Rule<Dockerfile>> ALL =
      List.of(
          rule(
              "bases are pinned by tag and digest",
              file ->
                  file.stages().stream()
                      .map(Dockerfile.Stage::from)
                      .filter(from -> !from.startsWith("$") && !PINNED.matcher(from).matches())),
          rule("what stands in for a stage may be left out", DockerfileRules::standIns),
          rule(
              "it runs as a user without a name and without rights",
              file -> unless(file.result().last("USER"), "10001:10001"::equals)),
          rule(
              "it exposes the port the program listens on",
              file ->
                  unless(
                      file.result().last("EXPOSE"),
                      Integer.toString(file.program().defaultPort())::equals)),
          rule(
              "health is asked for by Java itself, on that port",
              file ->
                  unless(
                      file.result().last("HEALTHCHECK"),
                      check ->
                          check.matches("--interval=.* --timeout=.* --start-period=.* CMD \\[.*]")
                              && check.contains("\"/opt/java/bin/java\"")
                              && check.contains(
                                  "\"HealthCheck\", \"%d\", \"/health/ready\""
                                      .formatted(file.program().defaultPort())))),
          rule(
              "signals reach Java, and arguments the program",
              file ->
                  unless(
                      file.result().last("ENTRYPOINT"),
                      start ->
                          start.matches(
                              "\\[\"/opt/java/bin/java\", \"@jvm.options\", \"-jar\","
                                  + " \"[\\w-]+\\.jar\"]"))),
          rule(
              "nothing comes from the sources directly",
              file -> file.result().all("COPY").filter(copy -> !copy.startsWith("--from="))),
          rule("no tool of the build is in the result", DockerfileRules::tools),
          rule(
              "packages leave no lists behind",
              file ->
                  file.result()
                      .all("RUN")
                      .filter(run -> run.contains("apt-get"))
                      .filter(run ->
                          !run.contains("--no-install-recommends")
                              || !run.contains("rm -rf /var/lib/apt/lists/*"))),
          rule("what changes least comes first", DockerfileRules::order),
          rule(
              "models are the very files that were looked at once",
              file ->
                  file.program().equals(Repository.AI)
                          && file.named("packaged")
                              .flatMap(stage -> stage.all("RUN"))
                              .noneMatch(
                                  run -> run.contains("models.sha256 | sha256sum --check --strict"))
                      ? Stream.of("nobody compares them")
                      : Stream.of()),
          rule(
              "Maven's files are kept between builds",
              file ->
                  file.named("compiled")
                      .flatMap(stage -> stage.all("RUN"))
                      .filter(run -> run.contains("./planner"))
                      .filter(run -> !run.contains("--mount=type=cache,target=/home/builder/.m2"))),
          rule(
              "the cache of the start is made with the Java that runs it",
              file -> file.named("packaged").flatMap(stage -> stage.all("ENV")).toList().toString(),
              "[PLANNER_RUNTIME=/opt/java]"::equals),
          rule(
              "a change elsewhere builds nothing anew",
              file -> file.all("COPY").filter(copy -> copy.matches(".* \\.|\\. .*|.* \\. .*"))),
          rule(
              "the image says what it is",
              file ->
                  SAID.stream()
                      .filter(label -> !file.result().last("LABEL").contains(label + "="))),
          rule(
              "everything but /tmp may be read-only",
              file -> unless(file.result().last("VOLUME"), "[\"/tmp\"]"::equals)),
          rule(
              "no secret is built in",
              file ->
                  Stream.concat(file.all("ARG"), file.all("ENV"))
                      .filter(SECRET.asMatchPredicate())));

  private DockerfileRules() {}

  private static Stream<String> standIns(Dockerfile file) {
    return file.stages().stream()
        .flatMap(stage -> STAND_IN.matcher(stage.from()).results())
        .map(hit -> file.arguments().getOrDefault(hit.group(1), "nothing"))
        .filter(stage -> file.named(stage).findAny().isEmpty());
  }

  private static Stream<String> tools(Dockerfile file) {
    return file.result().all("RUN").filter(run -> TOOL.matcher(run).find());
  }

  private static Stream<String> order(Dockerfile file) {
    var copies = file.result().all("COPY").toList();
    var places =
        LAYERS.stream()
            .mapToInt(layer ->
                IntStream.range(0, copies.size())
                    .filter(i -> (copies.get(i) + " ").contains(layer))
                    .findFirst()
                    .orElse(-1))
            .filter(place -> place >= 0)
            .toArray();
    return IntStream.range(1, places.length)
        .filter(i -> places[i] <= places[i - 1])
        .mapToObj(i -> copies.get(places[i]));
  }

  private static Stream<String> unless(String value, Predicate<String> right) {
    return Stream.of(value).filter(right.negate()).map("it is '%s'"::formatted);
  }

  private static Rule<Dockerfile> rule(String name, Function<Dockerfile, Stream<String>> broken) {
    return new Rule<>(name, file -> broken.apply(file).toList());
  }

  private static Rule<Dockerfile> rule(
      String name, Function<Dockerfile, String> value, Predicate<String> right) {
    return rule(name, file -> unless(value.apply(file), right));
  }
}
