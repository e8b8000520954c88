package io.groceryplanner;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** A start that ends because the database does not answer or does not let us in. */
final class DatabaseRefusal extends AbstractFailureAnalyzer<SQLException> {

  /** No connection; not let in; no such database. */
  private static final Set<String> REFUSED = Set.of("08", "28", "3D");

  private final Environment settings;

  DatabaseRefusal(Environment settings) {
    this.settings = settings;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
    var state = String.valueOf(cause.getSQLState());
    if (state.length() < 2 || !REFUSED.contains(state.substring(0, 2))) {
      return null;
    }
    return new FailureAnalysis(
        "DATABASE_URL: the database at %s refused us: %s"
            .formatted(
                Migration.withoutQuery(settings.getProperty("spring.datasource.url", "")),
                cause.getMessage()),
        "Look whether it runs, and whether DATABASE_URL, DATABASE_USERNAME and DATABASE_PASSWORD"
            + " (and those of DATABASE_OWNER_…) are right.",
        cause);
  }
}
