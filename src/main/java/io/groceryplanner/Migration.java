package io.groceryplanner;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.Environment;

/**
 * {@code --migrate}: brings the database up to date as its owner, lets the application's login in,
 * and ends. Reads the same settings as the application and starts nothing else of it.
 */
@ImportAutoConfiguration(FlywayAutoConfiguration.class)
class Migration {

  static final String OPTION = "--migrate";

  private static final Logger log = LoggerFactory.getLogger(Migration.class);

  /**
   * What the process ends with: 0 when the database is up to date, 1 when it is not. Then the last
   * line of the log says why.
   */
  static int run(String... args) {
    // Only the application's bean definitions are worked out by the build.
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    var application =
        new SpringApplicationBuilder(Migration.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false);
    try (var context = application.run(args)) {
      return migrate(context.getBean(Flyway.class), context.getEnvironment());
    }
  }

  /** Not while beans are made: a database that is away is no defect that needs a stack trace. */
  @Bean
  FlywayMigrationStrategy later() {
    return flyway -> {};
  }

  private static int migrate(Flyway flyway, Environment settings) {
    try {
      var result = flyway.migrate();
      new ApplicationLogin(flyway.getConfiguration().getDataSource(), settings).admit();
      log.info(
          "The database is up to date: {} migrations were applied.", result.migrationsExecuted);
      return 0;
    } catch (FlywayException | SQLException e) {
      log.error(
          "The database at {} was not brought up to date: {}",
          withoutQuery(settings.getProperty("spring.flyway.url", "")),
          reason(e));
      return 1;
    }
  }

  /** Options of the address may hold secrets. */
  static String withoutQuery(String url) {
    return url.replaceFirst("[?].*", "");
  }

  private static String reason(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return String.valueOf(fault.getMessage());
  }
}
