package io.groceryplanner;

import io.groceryplanner.telemetry.TelemetrySettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.PropertyResolver;

/**
 * What may be set from outside, by the name of its variable, and what each may say. {@code
 * docs/configuration.md} tells people the same. A value that may be secret is never repeated.
 */
final class Settings {

  private static final Duration LEAST_AUDIT = Duration.ofDays(30);
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Says what a value should be, or nothing where it is that. */
  @FunctionalInterface
  private interface Rule {
    @Nullable String wrong(String value);
  }

  private static final Rule ANY = _ -> null;

  private static final Map<String, Rule> RULES = new LinkedHashMap<>();

  static {
    RULES.put("PORT", number(0, 65_535));
    RULES.put("PLANNER_DATA", ANY);
    RULES.put("PLANNER_DEMO", Settings::bool);
    RULES.put("DATABASE_URL", Settings::databaseUrl);
    RULES.put("DATABASE_USERNAME", ANY);
    RULES.put("DATABASE_PASSWORD", ANY);
    RULES.put("DATABASE_OWNER_USERNAME", ANY);
    RULES.put("DATABASE_OWNER_PASSWORD", ANY);
    RULES.put("DATABASE_LOGIN_OBJECT_ID", Settings::uuid);
    RULES.put("DATABASE_POOL_SIZE", number(2, 200));
    RULES.put("MIGRATE_AT_START", Settings::bool);
    RULES.put("AI_SERVICE_URL", url(Set.of("http", "https"), "http://localhost:8000"));
    RULES.put("AI_SLEEPS_AFTER", duration(Duration.ZERO, "5m or 0s"));
    RULES.put("AI_CATEGORIZATION_ENABLED", Settings::bool);
    RULES.put("SEMANTIC_SEARCH_ENABLED", Settings::bool);
    RULES.put("RECEIPT_PROCESSING_ENABLED", Settings::bool);
    RULES.put("APP_SECRET", ANY);
    RULES.put("ADMIN_EMAILS", Settings::addresses);
    RULES.put("AUDIT_LOG_KEPT_FOR", duration(LEAST_AUDIT, "730d, and 30d at least"));
    RULES.put("DELETE_ORIGINALS_AFTER", duration(Duration.ZERO, "90d"));
    RULES.put("FILES_PLACE", Settings::place);
    RULES.put("FILES_MOVE_FROM", Settings::place);
    RULES.put("AZURE_STORAGE_CONNECTION_STRING", ANY);
    RULES.put("AZURE_STORAGE_ACCOUNT", ANY);
    RULES.put("AZURE_CLIENT_ID", ANY);
    RULES.put("MAIL_INTAKE_URL", url(Set.of("imap", "imaps"), "imaps://imap.example.org"));
    RULES.put("MAIL_INTAKE_USERNAME", ANY);
    RULES.put("MAIL_INTAKE_PASSWORD", ANY);
    RULES.put("MAIL_INTAKE_ADDRESS", Settings::addresses);
    RULES.put("CONTAINER_APP_REPLICA_NAME", ANY);
    RULES.put("HOSTNAME", ANY);
  }

  private final PropertyResolver given;

  Settings(PropertyResolver given) {
    this.given = given;
  }

  static Set<String> names() {
    return RULES.keySet();
  }

  /** A sentence for each that is wrong or missing, beginning with its name. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    RULES.forEach((name, rule) -> {
      var value = value(name);
      var wrong = value.isEmpty() ? null : rule.wrong(value);
      if (wrong != null) {
        problems.add(name + " " + wrong + ".");
      }
    });
    if (value("DATABASE_URL").isEmpty()) {
      problems.add("DATABASE_URL is not set; ./planner run sets it for a database of its own.");
    }
    addContradictions(problems);
    problems.addAll(TelemetrySettings.problems(given));
    return problems;
  }

  private void addContradictions(List<String> problems) {
    boolean byConnection = isSet("AZURE_STORAGE_CONNECTION_STRING");
    boolean byAccount = isSet("AZURE_STORAGE_ACCOUNT");
    if (byConnection && byAccount) {
      problems.add(
          "AZURE_STORAGE_CONNECTION_STRING and AZURE_STORAGE_ACCOUNT are both set, and name one"
              + " place twice. Leave one out.");
    }
    for (var name : List.of("FILES_PLACE", "FILES_MOVE_FROM")) {
      if (value(name).equalsIgnoreCase("blob") && !byConnection && !byAccount) {
        problems.add(
            name
                + " is blob, but neither AZURE_STORAGE_ACCOUNT nor AZURE_STORAGE_CONNECTION_STRING"
                + " says where that is.");
      }
    }
    if (isSet("MAIL_INTAKE_URL") && !isSet("MAIL_INTAKE_ADDRESS")) {
      problems.add(
          "MAIL_INTAKE_URL is set, but MAIL_INTAKE_ADDRESS does not say which address its mails go"
              + " to.");
    }
  }

  private boolean isSet(String name) {
    return !value(name).isEmpty();
  }

  private String value(String name) {
    return given.getProperty(name, "").strip();
  }

  private static Rule number(int least, int most) {
    return value -> {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return null;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      return "is \"%s\", but should be a whole number from %d to %d".formatted(value, least, most);
    };
  }

  private static @Nullable String bool(String value) {
    return value.matches("(?i)true|false")
        ? null
        : "is \"" + value + "\", but should be true or false";
  }

  private static @Nullable String place(String value) {
    return value.matches("(?i)folder|blob")
        ? null
        : "is \"" + value + "\", but should be folder or blob";
  }

  private static @Nullable String uuid(String value) {
    return UUID_TEXT.matcher(value).matches()
        ? null
        : "should be a managed identity's object id, such as 01234567-89ab-cdef-0123-456789abcdef";
  }

  /** It may hold a password. */
  private static @Nullable String databaseUrl(String value) {
    return value.startsWith("jdbc:postgresql:") && Driver.parseURL(value, null) != null
        ? null
        : "should be a JDBC address of PostgreSQL, such as jdbc:postgresql://host:5432/planner";
  }

  private static @Nullable String addresses(String value) {
    for (var address : value.split(",")) {
      if (!address.isBlank() && address.strip().indexOf('@') < 1) {
        return "has \"" + address.strip() + "\", which is no e-mail address";
      }
    }
    return null;
  }

  /** It may hold a name and a password. */
  private static Rule url(Set<String> schemes, String example) {
    return value -> {
      try {
        var url = URI.create(value);
        if (schemes.contains(String.valueOf(url.getScheme())) && url.getHost() != null) {
          return null;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      return "should be an address such as " + example;
    };
  }

  private static Rule duration(Duration least, String example) {
    return value -> {
      try {
        if (DurationStyle.detectAndParse(value).compareTo(least) >= 0) {
          return null;
        }
      } catch (IllegalArgumentException e) {
        // Said below.
      }
      return "is \"%s\", but should be a time such as %s".formatted(value, example);
    };
  }
}
