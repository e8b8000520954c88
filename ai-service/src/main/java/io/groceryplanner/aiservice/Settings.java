package io.groceryplanner.aiservice;

import io.groceryplanner.telemetry.TelemetrySettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * What may be set from outside, by the name of its variable, and what each may say. {@code
 * docs/configuration.md} tells people the same.
 */
final class Settings {

  private static final int LARGEST_PORT = 65_535;

  /** Says what a value should be, or nothing where it is that. */
  @FunctionalInterface
  private interface Rule {
    @Nullable String wrong(String value);
  }

  private static final Map<String, Rule> RULES = new LinkedHashMap<>();

  static {
    RULES.put("AI_PORT", Settings::port);
    RULES.put("AI_MODELS", Settings::folder);
    RULES.put("AI_NATIVES", Settings::folder);
    RULES.put("AI_LIBHEIF", Settings::library);
    // Names are sorted without it too: where it is not there, that is said, and the start goes on.
    RULES.put("AI_NLI_MODEL", _ -> null);
  }

  private final PropertyResolver given;

  Settings(PropertyResolver given) {
    this.given = given;
  }

  static Set<String> names() {
    return RULES.keySet();
  }

  /** A sentence for each that is wrong, beginning with its name. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    RULES.forEach((name, rule) -> {
      String value = given.getProperty(name, "").strip();
      String wrong = value.isEmpty() ? null : rule.wrong(value);
      if (wrong != null) {
        problems.add("%s is \"%s\", but should be %s.".formatted(name, value, wrong));
      }
    });
    problems.addAll(TelemetrySettings.problems(given));
    return problems;
  }

  private static @Nullable String port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= LARGEST_PORT) {
        return null;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    return "a whole number from 0 to " + LARGEST_PORT;
  }

  private static @Nullable String folder(String value) {
    return isPath(value) && Files.isDirectory(Path.of(value)) ? null : "a folder that is there";
  }

  /** A mere name is looked for where the system keeps libraries, and need not be there. */
  private static @Nullable String library(String value) {
    boolean isName = !value.contains("/");
    return isName || (isPath(value) && Files.isRegularFile(Path.of(value)))
        ? null
        : "a library's name, or the path of a file that is there";
  }

  private static boolean isPath(String value) {
    try {
      return !Path.of(value).toString().isEmpty();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
