package io.groceryplanner.ops;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** The settings people may make, by the name they have in the environment. */
  private static final List<String> SETTINGS =
      List.of(
          "PORT",
          "PLANNER_DATA",
          "PLANNER_DEMO",
          "ADMIN_EMAILS",
          "APP_SECRET",
          "DATABASE_URL",
          "DATABASE_USERNAME",
          "DATABASE_PASSWORD",
          "DATABASE_OWNER_USERNAME",
          "DATABASE_OWNER_PASSWORD",
          "DATABASE_POOL_SIZE",
          "AI_SERVICE_URL",
          "FILES_PLACE",
          "FILES_MOVE_FROM",
          "AZURE_STORAGE_ACCOUNT",
          "AZURE_STORAGE_CONNECTION_STRING",
          "AZURE_CLIENT_ID",
          "MAIL_INTAKE_URL",
          "MAIL_INTAKE_USERNAME",
          "MAIL_INTAKE_PASSWORD",
          "MAIL_INTAKE_ADDRESS",
          "DELETE_ORIGINALS_AFTER",
          "AUDIT_LOG_KEPT_FOR",
          "OTEL_EXPORTER_OTLP_ENDPOINT",
          "OTEL_EXPORTER_OTLP_HEADERS");

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

  /** Empty is what a build outside a repository, or in a development tool, does not know. */
  public record Build(
      Optional<String> version,
      Optional<String> commit,
      Optional<Instant> builtAt,
      String java,
      Duration upFor) {}

  public Build build() {
    var built = Optional.ofNullable(build.getIfAvailable());
    var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    return new Build(
        built.map(BuildProperties::getVersion),
        Optional.ofNullable(git.getIfAvailable()).map(GitProperties::getShortCommitId),
        built.map(BuildProperties::getTime),
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

  public List<Setting> settings() {
    var found = new ArrayList<Setting>();
    for (var name : SETTINGS) {
      var source = findSource(name);
      var value =
          source.isPresent() && SHOWN.contains(name)
              ? Optional.ofNullable(environment.getProperty(name))
              : Optional.<String>empty();
      found.add(new Setting(name, value, source));
    }
    return found;
  }

  private Optional<String> findSource(String name) {
    return environment.getPropertySources().stream()
        .filter(source -> source instanceof EnumerablePropertySource<?>)
        .filter(source -> {
          var value = source.getProperty(name);
          return value != null && !value.toString().isBlank();
        })
        .map(PropertySource::getName)
        .map(source ->
            source.toLowerCase(Locale.ROOT).contains("environment") ? "environment" : source)
        .findFirst();
  }
}
