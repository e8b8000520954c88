package io.groceryplanner;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Whether a start of the application migrates: {@code MIGRATE_AT_START}. Without it Flyway is there
 * and never opens the database.
 */
@Component
class MigrationAtStart implements FlywayMigrationStrategy {

  private final boolean isWanted;

  MigrationAtStart(@Value("${planner.database.migrate-at-start}") boolean isWanted) {
    this.isWanted = isWanted;
  }

  @Override
  public void migrate(Flyway flyway) {
    if (isWanted) {
      flyway.migrate();
    }
  }
}
