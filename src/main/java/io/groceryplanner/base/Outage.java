package io.groceryplanner.base;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells "the database is away", which passes by itself, from a defect. */
public final class Outage {

  private static final int DEEP_ENOUGH = 20;

  private Outage() {}

  /** Whether this failure, or any cause of it, is the connection's and not the statement's. */
  public static boolean isBehind(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, at -> at != null, at -> at == null ? null : at.getCause())
        .limit(DEEP_ENOUGH)
        .anyMatch(at ->
            at instanceof DataAccessResourceFailureException
                || at instanceof CannotCreateTransactionException
                || at instanceof SQLTransientConnectionException
                || (at instanceof SQLException sql && isOfTheConnection(sql)));
  }

  /**
   * By the standard's class 08, and PostgreSQL's 57P01 to 57P03, said by a server that shuts down
   * or starts. The pool gives no state at all when it is asked to roll back on a connection that it
   * has given up.
   */
  private static boolean isOfTheConnection(SQLException failure) {
    var state = failure.getSQLState();
    return state == null || state.startsWith("08") || state.startsWith("57P0");
  }
}
