package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} names every setting there is, and none that is not. */
class ConfigurationPageTest {

  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "(?:getenv|getProperty)\\(\\s*\"([A-Z][A-Z0-9_]+)\"|ENDPOINT = \"(\\w+)\"|HEADERS = \"(\\w+)\"");
  private static final Pattern DELIVERED = Pattern.compile("\"name\": *\"([A-Z][A-Z0-9_]+)\"");

  /** Of the shell and of build servers, not of ours. */
  private static final Set<String> OF_OTHERS = Set.of("HOME", "CI", "MAVEN_OPTS");

  @Test
  void itNamesWhatTheProgramsTheScriptAndTheTemplatesName() throws IOException {
    assertThat(named()).containsExactlyInAnyOrderElementsOf(used());
  }

  @Test
  void whatTheWebApplicationChecksIsAmongThem() throws IOException {
    assertThat(named()).containsAll(Settings.names());
  }

  @Test
  void whatTheWebApplicationReadsIsChecked() throws IOException {
    var read = new TreeSet<String>();
    collect(read, Path.of("src/main/resources"), ".yaml", PLACEHOLDER);
    assertThat(read).isNotEmpty();
    assertThat(Settings.names()).containsAll(read);
  }

  /** The first column of its tables. */
  private static Set<String> named() throws IOException {
    var names = new TreeSet<String>();
    for (var line : Files.readAllLines(Path.of("docs/configuration.md"))) {
      if (line.startsWith("| `")) {
        var found = NAME.matcher(line.split("\\|")[1]);
        while (found.find()) {
          names.add(found.group(1));
        }
      }
    }
    return names;
  }

  private static Set<String> used() throws IOException {
    var names = new TreeSet<String>();
    for (var resources : List.of("src/main/resources", "ai-service/src/main/resources")) {
      collect(names, Path.of(resources), ".yaml", PLACEHOLDER);
    }
    for (var sources :
        List.of("src/main/java", "telemetry", "catalogue/java", "ai-service/src/main/java")) {
      collect(names, Path.of(sources), ".java", ASKED_FOR);
    }
    collect(names, Path.of("infra"), "apps.json", DELIVERED);
    // What the script sets for itself has no default.
    collect(names, Path.of("planner"), "planner", Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+):?[-+]"));
    names.addAll(Settings.names());
    // Of Spring, and by its other spelling of ai.nli.model.
    names.addAll(Set.of("SPRING_PROFILES_ACTIVE", "AI_NLI_MODEL"));
    names.removeAll(OF_OTHERS);
    return names;
  }

  private static void collect(Set<String> names, Path below, String ending, Pattern pattern)
      throws IOException {
    try (var files = Files.walk(below)) {
      for (var file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
        if (Files.isRegularFile(file)) {
          var found = pattern.matcher(Files.readString(file));
          while (found.find()) {
            for (int group = 1; group <= found.groupCount(); group++) {
              if (found.group(group) != null) {
                names.add(found.group(group));
              }
            }
          }
        }
      }
    }
  }
}
