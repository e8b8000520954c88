package io.groceryplanner.infra;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfilesTest {

  private static final String WEB = "Dockerfile.prod";
  private static final String AI = "ai-service/Dockerfile.prod";
  private static final Pattern FOLDER =
      Pattern.compile("<(?:source|directory)>(?:\\$\\{project.basedir}/\\.\\./)?((?!src/)[^<]+)<");
  private static final String LATE = "COPY --from=packaged /home/builder/app.aot /app/\n";
  private static final Map<String, Repository.Program> PROGRAMS =
      Map.of(WEB, Repository.WEB, AI, Repository.AI);

  static Stream<Arguments> files() {
    return PROGRAMS.keySet().stream()
        .flatMap(file -> DockerfileRules.ALL.stream().map(rule -> Arguments.of(file, rule)));
  }

  /** The rule, the file, what is written there and what takes its place. */
  static List<Arguments> breakages() {
    return List.of(
        broken("bases are pinned", WEB, "nonroot@sha256:86554c46", "nonroot@sha256:no"),
        broken("bases are pinned", AI, "FROM debian:trixie-slim", "FROM debian:latest"),
        broken("what stands in", AI, "ARG SYSTEM=system", "ARG SYSTEM=debian"),
        broken("it runs as a user", WEB, "USER 10001:10001", "USER planner"),
        broken("it runs as a user", AI, "USER 10001:10001\n", ""),
        broken("it exposes the port", WEB, "EXPOSE 8080", "EXPOSE 8081"),
        broken("it exposes the port", AI, "EXPOSE 8000\n", ""),
        broken("health is asked for", WEB, "\"8080\", \"/health/ready\"", "\"80\", \"/health\""),
        broken("health is asked for", AI, "CMD [\"/opt/java/bin/java\"", "CMD [\"curl\""),
        broken("signals reach Java", WEB, "[\"/opt/java/bin/java\", \"@jvm.options\"", "[\"sh\""),
        broken("nothing comes from", WEB, "COPY --from=runtime /opt/java", "COPY target/java"),
        broken("no tool of the build", AI, "libheif1 ", "libheif1 curl "),
        broken("packages leave no lists", AI, "rm -rf /var/lib/apt/lists/*", "true"),
        broken("packages leave no lists", AI, "--no-install-recommends ", ""),
        broken("what changes least", WEB, "# What changes least comes first.\n", LATE),
        broken("models are the very files", AI, "sha256sum --check --strict", "cat"),
        broken("Maven's files are kept", WEB, "--mount=type=cache", "--mount=type=tmpfs"),
        broken("the cache of the start", AI, "ENV PLANNER_RUNTIME=/opt/java\n", ""),
        broken(
            "a change elsewhere", WEB, "builder:builder src/main src/main", "builder:builder . ."),
        broken("the image says what it is", WEB, "org.opencontainers.image.title", "title"),
        broken("everything but /tmp", AI, "VOLUME [\"/tmp\"]\n", ""),
        broken("no secret is built in", WEB, "ARG REVISION", "ARG REGISTRY_TOKEN"));
  }

  private static Arguments broken(String rule, String file, String from, String to) {
    return Arguments.of(rule, file, from, to);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("files")
  void everyImageKeepsTo(String file, Rule<Dockerfile> rule) {
    assertThat(rule.broken(parse(file, Repository.read(Path.of(file))))).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1}: {3} for {2}")
  @MethodSource("breakages")
  void aBrokenFileIsSeen(String rule, String file, String from, String to) {
    var good = Repository.read(Path.of(file));
    assertThat(good).contains(from);
    assertThat(rule(rule).broken(parse(file, good.replace(from, to)))).isNotEmpty();
  }

  @Test
  void everyRuleIsSeenToFail() {
    var seen = breakages().stream().map(one -> rule((String) one.get()[0])).toList();
    assertThat(seen).containsAll(DockerfileRules.ALL);
  }

  @Test
  void whatTheImagesAreMadeOfIsSentToTheirBuild() {
    var ignored = Repository.read(Path.of(".dockerignore")).lines().toList();
    assertThat(ignored).contains("*");
    for (var file : PROGRAMS.keySet()) {
      assertThat(sources(parse(file, Repository.read(Path.of(file)))))
          .isNotEmpty()
          .allMatch(source -> Files.exists(Path.of(source)))
          .allMatch(source -> ignored.stream().anyMatch(line -> isIn(source, line)))
          .noneMatch(ignored::contains);
    }
  }

  /** Folders that a build takes code and texts from. */
  @Test
  void everyFolderThatABuildReadsIsCopied() {
    for (var file : PROGRAMS.entrySet()) {
      var copied = sources(parse(file.getKey(), Repository.read(Path.of(file.getKey()))));
      var pom = Repository.read(file.getValue().folder().resolve("pom.xml"));
      assertThat(FOLDER.matcher(pom).results().map(hit -> Path.of(hit.group(1))))
          .hasSizeGreaterThan(2)
          .allMatch(folder -> copied.stream().anyMatch(folder::startsWith));
    }
  }

  /** Two platforms are delivered to; what was looked at is there for both. */
  @Test
  void theChecksumsNameEveryModelAndTheLibrariesOfBothPlatforms() {
    var names =
        Repository.read(Path.of("ai-service", "models.sha256"))
            .lines()
            .map(line -> line.split(" {2}", 2))
            .peek(parts -> assertThat(parts[0]).matches("[0-9a-f]{64}"))
            .map(parts -> parts[1])
            .toList();
    assertThat(names)
        .contains("models/tessdata/eng.traineddata", "models/tessdata/deu.traineddata")
        .anyMatch(name -> name.endsWith(".onnx"))
        .anyMatch(name -> name.endsWith("-tokenizer.json"));
    assertThat(libraries(names, "linux-x86_64"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(libraries(names, "linux-arm64"));
  }

  private static List<String> libraries(List<String> names, String platform) {
    return names.stream()
        .filter(name -> name.startsWith("native/" + platform + "/"))
        .map(name -> Path.of(name).getFileName().toString())
        .toList();
  }

  private static Stream<String> sourcesOf(String copy) {
    var words = Stream.of(copy.split(" +")).filter(word -> !word.startsWith("--")).toList();
    return words.subList(0, words.size() - 1).stream();
  }

  private static List<String> sources(Dockerfile file) {
    return file.all("COPY")
        .filter(copy -> !copy.contains("--from="))
        .flatMap(DockerfilesTest::sourcesOf)
        .toList();
  }

  private static boolean isIn(String source, String line) {
    return line.startsWith("!") && Path.of(source).startsWith(line.substring(1));
  }

  private static Rule<Dockerfile> rule(String beginning) {
    return DockerfileRules.ALL.stream()
        .filter(one -> one.name().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  private static Dockerfile parse(String file, String text) {
    return Dockerfile.parse(requireNonNull(PROGRAMS.get(file)), text);
  }
}
