package io.groceryplanner.household;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where work sees the rows of all households, in a transaction of its own. Who may
 * use it is listed by name in an architecture test.
 */
@Component
public class SystemScope {

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  SystemScope(PlatformTransactionManager transactions, JdbcClient jdbc) {
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.jdbc = jdbc;
  }

  public <T> T call(Supplier<T> work) {
    return java.util.Objects.requireNonNull(
        transaction.execute(_ -> {
          jdbc.sql("set local role planner_system").update();
          return work.get();
        }));
  }
}
