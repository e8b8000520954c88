package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Part;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** What works and what does not, without asking ai-service: its state is known from its use. */
@Component
public class Health {

  /** The answer of {@code GET /health}, word for word. */
  public record Report(String status, String database, String aiService) {}

  private static final int DATABASE_ANSWERS_WITHIN_SECONDS = 2;

  private final DataSource database;
  private final Degradations degradations;

  Health(DataSource database, Degradations degradations) {
    this.database = database;
    this.degradations = degradations;
  }

  public Report report() {
    var databaseAnswers = databaseAnswers();
    var aiAnswers = !degradations.isAway(Part.AI_SERVICE);
    return new Report(
        !databaseAnswers ? "down" : aiAnswers ? "ok" : "degraded",
        databaseAnswers ? "ok" : "down",
        aiAnswers ? "ok" : "down");
  }

  public boolean databaseAnswers() {
    try (var connection = database.getConnection()) {
      return connection.isValid(DATABASE_ANSWERS_WITHIN_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
