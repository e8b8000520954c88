package io.groceryplanner.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the sources say of the programs that are delivered. */
final class Repository {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:get(?:env|Property)\\(|String [A-Z_]+ =)\\s*\"([A-Z][A-Z0-9]*_[A-Z0-9_]+)\"");
  private static final Pattern PORT = Pattern.compile("port: \\$\\{\\w+:(\\d+)}");
  private static final Pattern JOBS_END = Pattern.compile("shutdown-max-wait: (\\d+)s");

  /** Spring Boot's own, where nothing else is set. */
  private static final int REQUESTS_END_SECONDS = 30;

  private static final Pattern EXPOSE = Pattern.compile("(?m)^EXPOSE +(\\d+)");

  /** Sources that are built into both programs. */
  private static final Path IN_BOTH = Path.of("telemetry", "java");

  private static final Set<Path> SAID = ConcurrentHashMap.newKeySet();

  static final Program WEB =
      new Program(
          Path.of(""),
          // Spring Boot reads this by itself.
          Set.of("SPRING_PROFILES_ACTIVE"));

  static final Program AI =
      new Program(
          Path.of("ai-service"),
          // Likewise.
          Set.of("SPRING_PROFILES_ACTIVE"));

  private Repository() {}

  /**
   * @param byFramework settings that no line of ours names
   */
  record Program(Path folder, Set<String> byFramework) {

    /** The names of the environment variables it looks at. */
    Set<String> settings() {
      var names = new TreeSet<>(byFramework);
      names.addAll(named(PLACEHOLDER, folder.resolve("src/main/resources"), ".yaml"));
      names.addAll(named(ASKED_FOR, folder.resolve("src/main/java"), ".java"));
      names.addAll(named(ASKED_FOR, IN_BOTH, ".java"));
      return names;
    }

    int defaultPort() {
      return first(PORT, read(folder.resolve("src/main/resources/application.yaml"))).orElse(-1);
    }

    /** Empty where there is no image to build yet, which is said. */
    Optional<Integer> exposedPort() {
      var file = folder.resolve("Dockerfile.prod");
      if (!Files.exists(file)) {
        if (SAID.add(file)) {
          System.out.println("Not compared with an image's port: there is no " + file);
        }
        return Optional.empty();
      }
      return first(EXPOSE, read(file)).or(() -> Optional.of(-1));
    }

    /** Seconds, at most: requests are seen to their end, then jobs. */
    int longestStop() {
      var settings = read(folder.resolve("src/main/resources/application.yaml"));
      return REQUESTS_END_SECONDS + first(JOBS_END, settings).orElse(0);
    }

    boolean hasProfile(String profile) {
      var resources = folder.resolve("src/main/resources");
      return Files.exists(resources.resolve("application-" + profile + ".yaml"))
          || read(resources.resolve("logback-spring.xml"))
              .contains("<springProfile name=\"%s\">".formatted(profile));
    }
  }

  private static Set<String> named(Pattern pattern, Path folder, String suffix) {
    var names = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(suffix))
          .forEach(file ->
              pattern.matcher(read(file)).results().map(hit -> hit.group(1)).forEach(names::add));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static Optional<Integer> first(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .map((MatchResult hit) -> Integer.parseInt(hit.group(1)));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
