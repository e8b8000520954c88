package io.groceryplanner.aiservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** A setting that cannot be right ends the start with a sentence that begins with its name. */
class SettingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AI_PORT | 80a",
        "AI_PORT | 70000",
        "AI_PORT | -1",
        "AI_MODELS | /no/such/folder",
        "AI_MODELS | pom.xml",
        "AI_NATIVES | no/such/folder",
        "AI_LIBHEIF | /no/such/libheif.so",
        "OTEL_EXPORTER_OTLP_ENDPOINT | gateway:4318",
        "OTEL_EXPORTER_OTLP_ENDPOINT | ftp://quiet@gateway",
        "OTEL_EXPORTER_OTLP_HEADERS | Basic quiet",
        "OTEL_EXPORTER_OTLP_HEADERS | Authorization=quiet%2",
        "OTEL_RESOURCE_ATTRIBUTES | staging",
        "OTEL_METRIC_EXPORT_INTERVAL | 10s",
        "OTEL_METRIC_EXPORT_INTERVAL | 0",
      })
  void whatCannotBeRightIsNamed(String name, String value) {
    assertThat(problems(Map.of(name, value)))
        .singleElement()
        .asString()
        .startsWith(name + " ")
        .doesNotContain("quiet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AI_PORT | 0",
        "AI_MODELS | src",
        "AI_NATIVES | /",
        "AI_LIBHEIF | libheif.so.1",
        "AI_LIBHEIF | ''",
        "AI_NLI_MODEL | no/such/folder",
        "OTEL_EXPORTER_OTLP_ENDPOINT | https://otlp.example.org/otlp",
        "OTEL_EXPORTER_OTLP_HEADERS | Authorization=Basic%20a+b=,X-Scope=1,",
        "OTEL_METRIC_EXPORT_INTERVAL | 1000",
      })
  void whatMayBeSaidIsTaken(String name, String value) {
    assertThat(problems(Map.of(name, value))).isEmpty();
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(problems(Map.of("AI_PORT", "x", "AI_MODELS", "/none"))).hasSize(2);
  }

  @Test
  void whatTheConfigurationReadsIsChecked() throws Exception {
    String read = Files.readString(Path.of("src/main/resources/application.yaml"));

    assertThat(PLACEHOLDER.matcher(read).results().map(hit -> hit.group(1)))
        .isNotEmpty()
        .allMatch(Settings.names()::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "AI_PORT, 80a",
    "AI_MODELS, /no/such/folder",
    "OTEL_EXPORTER_OTLP_HEADERS, Basic quiet",
  })
  void aStartEndsWithOneLineThatNamesIt(String name, String value, @TempDir Path folder)
      throws Exception {
    Run run = start(folder, Map.of(name, value));

    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.output).contains("APPLICATION FAILED TO START");
    assertThat(run.output.lines().filter(line -> line.contains(name))).hasSize(1);
    assertThat(run.output).doesNotContain("\tat ", "quiet", "Tomcat");
  }

  private record Run(int exitCode, String output) {}

  private static Run start(Path folder, Map<String, String> environment) throws Exception {
    Path log = folder.resolve("ai.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            Application.class.getName());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("AI_PORT", "0");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log));
  }

  private static List<String> problems(Map<String, String> set) {
    MockEnvironment environment = new MockEnvironment();
    set.forEach(environment::setProperty);
    return new Settings(environment).problems();
  }
}
