package io.groceryplanner.ops;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is installed here and how it is set up, without any secret. */
@Service
public class Installation {

  /** The source of what is set in the environment. */
  public static final String ENVIRONMENT = "environment";

  /** How the application's own configuration names what people may set. */
  private static final Pattern NAME = Pattern.compile("\\$\\{([A-Z][A-Z_]+)");

  /**
   * The only ones whose value is shown. An address may carry a password and an e-mail is
   * somebody's, so whatever is not in this list is only said to be set.
   */
  private static final List<String> SHOWN =
      List.of(
          "PORT",
          "PLANNER_DATA",
          "PLANNER_DEMO",
          "DATABASE_POOL_SIZE",
          "AI_SLEEPS_AFTER",
          "AI_CATEGORIZATION_ENABLED",
          "SEMANTIC_SEARCH_ENABLED",
          "RECEIPT_PROCESSING_ENABLED",
          "FILES_PLACE",
          "FILES_MOVE_FROM",
          "AZURE_STORAGE_ACCOUNT",
          "DELETE_ORIGINALS_AFTER",
          "AUDIT_LOG_KEPT_FOR");

  private final ObjectProvider<BuildProperties> build;
  private final ObjectProvider<GitProperties> git;
  private final ConfigurableEnvironment environment;
  private final JdbcClient jdbc;
  private final Clock clock;

  Installation(
      ObjectProvider<BuildProperties> build,
      ObjectProvider<GitProperties> git,
      ConfigurableEnvironment environment,
      JdbcClient jdbc,
      Clock clock) {
    this.build = build;
    this.git = git;
    this.environment = environment;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Empty is what a build outside a repository, or in a development tool, does not know. When it
   * was built is not kept: the same commit gives the same jar.
   */
  public record Build(
      Optional<String> version,
      Optional<String> commit,
      Optional<Instant> committedAt,
      String java,
      Duration upFor) {}

  public Build build() {
    var built = Optional.ofNullable(build.getIfAvailable());
    var commit = Optional.ofNullable(git.getIfAvailable());
    var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    return new Build(
        built.map(BuildProperties::getVersion),
        commit.map(GitProperties::getShortCommitId),
        commit.map(GitProperties::getCommitTime),
        Runtime.version().toString(),
        Duration.between(started, clock.instant()));
  }

  /**
   * @param vectors of pgvector, where the server has it installed in this database
   * @param vectorsAvailable whether the server could install it
   */
  public record Database(String version, Optional<String> vectors, boolean vectorsAvailable) {}

  public Database database() {
    return jdbc.sql(
            """
            select current_setting('server_version') as version,
              (select extversion from pg_extension where extname = 'vector') as vectors,
              exists (select from pg_available_extensions where name = 'vector') as available
            """)
        .query((row, _) ->
            new Database(
                row.getString("version"),
                Optional.ofNullable(row.getString("vectors")),
                row.getBoolean("available")))
        .single();
  }

  /**
   * @param value nothing for what may be a secret
   * @param source where it is set, such as {@code systemEnvironment}; nothing where it is not
   */
  public record Setting(String name, Optional<String> value, Optional<String> source) {

    public boolean isSet() {
      return source.isPresent();
    }
  }

  /** Everything the application's configuration lets people set, in the order of the alphabet. */
  public List<Setting> settings() {
    return environment.getPropertySources().stream()
        .flatMap(Installation::namesIn)
        .distinct()
        .sorted()
        .map(this::setting)
        .toList();
  }

  private static Stream<String> namesIn(PropertySource<?> source) {
    var keys =
        source instanceof EnumerablePropertySource<?> enumerable
            ? enumerable.getPropertyNames()
            : new String[0];
    return Arrays.stream(keys)
        .map(source::getProperty)
        .flatMap(value -> NAME.matcher(String.valueOf(value)).results())
        .map(found -> found.group(1));
  }

  private Setting setting(String name) {
    var source = findSource(name);
    var value =
        source.isPresent() && SHOWN.contains(name)
            ? Optional.ofNullable(environment.getProperty(name))
            : Optional.<String>empty();
    return new Setting(name, value, source);
  }

  private Optional<String> findSource(String name) {
    return environment.getPropertySources().stream()
        .filter(source -> source instanceof EnumerablePropertySource<?>)
        .filter(source -> {
          var value = source.getProperty(name);
          return value != null && !value.toString().isBlank();
        })
        .map(PropertySource::getName)
        .map(source -> source.toLowerCase(Locale.ROOT).contains(ENVIRONMENT) ? ENVIRONMENT : source)
        .findFirst();
  }
}
