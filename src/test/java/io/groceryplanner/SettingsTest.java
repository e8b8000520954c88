package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** A setting that cannot be right ends the start with a sentence that begins with its name. */
class SettingsTest {

  private static final Map<String, String> RIGHT =
      Map.of("DATABASE_URL", "jdbc:postgresql://db:5432/planner?password=quiet");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT | 80a",
        "PORT | 70000",
        "DATABASE_URL | postgres://quiet@db/planner",
        "DATABASE_URL | jdbc:postgresql://db:port/quiet",
        "DATABASE_POOL_SIZE | 0",
        "MIGRATE_AT_START | perhaps",
        "PLANNER_DEMO | 1",
        "DATABASE_LOGIN_OBJECT_ID | grocery",
        "AI_SERVICE_URL | ai-service:8000",
        "AI_SERVICE_URL | http://",
        "AI_SLEEPS_AFTER | soon",
        "AUDIT_LOG_KEPT_FOR | 3d",
        "DELETE_ORIGINALS_AFTER | 90 days",
        "DELETE_ORIGINALS_AFTER | -90d",
        "FILES_PLACE | bucket",
        "FILES_MOVE_FROM | blob",
        "MAIL_INTAKE_URL | https://quiet:quiet@mail.example.org",
        "MAIL_INTAKE_ADDRESS | receipts",
        "ADMIN_EMAILS | ada@example.org,ben",
        "OTEL_EXPORTER_OTLP_ENDPOINT | quiet:4318",
        "OTEL_EXPORTER_OTLP_HEADERS | Basic quiet",
        "OTEL_RESOURCE_ATTRIBUTES | staging",
        "OTEL_METRIC_EXPORT_INTERVAL | 10s",
      })
  void whatCannotBeRightIsNamed(String name, String value) {
    var problems = problems(Map.of(name, value));

    assertThat(problems).anySatisfy(problem -> assertThat(problem).startsWith(name + " "));
    assertThat(problems).noneSatisfy(problem -> assertThat(problem).contains("quiet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT | 0",
        "DATABASE_POOL_SIZE | 8",
        "MIGRATE_AT_START | FALSE",
        "AI_SERVICE_URL | http://localhost:1",
        "AI_SERVICE_URL | https://ai.internal.example",
        "AI_SLEEPS_AFTER | 0s",
        "AUDIT_LOG_KEPT_FOR | 730d",
        "DELETE_ORIGINALS_AFTER | P90D",
        "FILES_PLACE | folder",
        "ADMIN_EMAILS | ada@example.org, ben@example.org,",
        "OTEL_EXPORTER_OTLP_ENDPOINT | https://otlp.example.org/otlp",
        "OTEL_EXPORTER_OTLP_HEADERS | Authorization=Basic%20a+b=",
        "OTEL_METRIC_EXPORT_INTERVAL | 1000",
      })
  void whatMayBeSaidIsTaken(String name, String value) {
    assertThat(problems(Map.of(name, value))).isEmpty();
  }

  @Test
  void aDatabaseMustBeNamed() {
    assertThat(problems(Map.of("DATABASE_URL", "")))
        .singleElement()
        .asString()
        .startsWith("DATABASE_URL is not set");
  }

  @Test
  void aPlaceThatIsNamedTwiceIsAContradiction() {
    assertThat(
            problems(
                Map.of(
                    "AZURE_STORAGE_ACCOUNT",
                    "planner",
                    "AZURE_STORAGE_CONNECTION_STRING",
                    "AccountKey=quiet")))
        .singleElement()
        .asString()
        .contains("AZURE_STORAGE_CONNECTION_STRING and AZURE_STORAGE_ACCOUNT are both set")
        .doesNotContain("quiet");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(problems(Map.of("PORT", "x", "PLANNER_DEMO", "y"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"DELETE_ORIGINALS_AFTER, soon", "PORT, 80a"})
  void aStartEndsWithOneLineThatNamesIt(String name, String value, @TempDir Path folder)
      throws Exception {
    var environment = new HashMap<>(RIGHT);
    environment.put(name, value);

    var run = start(folder, environment);

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.output.lines().filter(line -> line.contains(name))).hasSize(1);
    assertThat(run.output).doesNotContain("\tat ", "quiet", "Hikari");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutAStackTrace(@TempDir Path folder) throws Exception {
    var run =
        start(
            folder, Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/planner?password=quiet"));

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.output)
        .contains("DATABASE_URL: the database at jdbc:postgresql://127.0.0.1:1/planner refused us")
        .doesNotContain("\tat ", "quiet");
  }

  private record Run(int exitCode, String output) {}

  private static Run start(Path folder, Map<String, String> environment) throws Exception {
    var log = folder.resolve("web.log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Application.class.getName());
    builder.environment().keySet().removeAll(Settings.names());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var process = builder.start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log));
  }

  private static List<String> problems(Map<String, String> different) {
    var environment = new MockEnvironment();
    RIGHT.forEach(environment::setProperty);
    different.forEach(environment::setProperty);
    return new Settings(environment).problems();
  }
}
