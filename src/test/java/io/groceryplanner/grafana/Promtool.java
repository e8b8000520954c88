package io.groceryplanner.grafana;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Prometheus' own tool, for what only Prometheus can say of an expression. The one on the path, or
 * the one that {@code src/test/promtool/install.sh} fetches.
 */
record Promtool(Path program) {

  private static final Path FOLDER = Path.of("src", "test", "promtool").toAbsolutePath();
  private static final Path FETCHED = FOLDER.resolve(Path.of("usr", "bin", "promtool"));

  record Answer(int status, String text) {
    boolean isGood() {
      return status == 0;
    }
  }

  /** Skips the test where promtool cannot be had; where somebody relies on the answer, fails. */
  static Promtool needed() throws IOException, InterruptedException {
    var found = find();
    assumeTrue(found.isPresent() || System.getenv("CI") != null, "promtool is not here");
    return found.orElseThrow();
  }

  private static synchronized Optional<Promtool> find() throws IOException, InterruptedException {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      var candidate = Path.of(folder, "promtool");
      if (Files.isExecutable(candidate)) {
        return Optional.of(new Promtool(candidate));
      }
    }
    if (!Files.isExecutable(FETCHED)) {
      var fetched = run(List.of("sh", FOLDER.resolve("install.sh").toString()));
      if (!fetched.isGood()) {
        System.err.println("Skipped: " + fetched.text().strip());
        return Optional.empty();
      }
    }
    return Optional.of(new Promtool(FETCHED));
  }

  Answer run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** What Prometheus has against these expressions; nothing where it can read them all. */
  List<String> complaints(List<String> expressions) {
    var rules = new ArrayList<Map<String, String>>();
    expressions.forEach(expression ->
        rules.add(Map.of("record", "expression:" + rules.size(), "expr", expression)));
    var file = Map.of("groups", List.of(Map.of("name", "expressions", "rules", rules)));
    try {
      var written = Files.createTempFile("expressions", ".yaml");
      try {
        Files.writeString(written, Provisioning.JSON.writeValueAsString(file));
        var answer = run("check", "rules", written.toString());
        return answer.isGood() ? List.of() : List.of(answer.text().strip());
      } finally {
        Files.delete(written);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer run(List<String> command) throws IOException, InterruptedException {
    var output = Files.createTempFile("promtool", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return new Answer(-1, command + " did not come to an end");
      }
      return new Answer(process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }
}
