package io.groceryplanner.shell;

import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells "the database is away", which passes by itself, from a defect. */
final class Outage {

  private Outage() {}

  static boolean isBehind(Throwable failure) {
    return Stream.iterate(Optional.of(failure), Optional::isPresent, at -> cause(at.orElseThrow()))
        .flatMap(Optional::stream)
        .limit(20)
        .anyMatch(at ->
            at instanceof DataAccessResourceFailureException
                || at instanceof CannotCreateTransactionException
                || at instanceof SQLTransientConnectionException);
  }

  private static Optional<Throwable> cause(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    return Optional.ofNullable(cause);
  }
}
