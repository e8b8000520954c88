package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import java.util.Optional;
import java.util.UUID;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way through the second wall: tells the database, for the transaction at hand, which household
 * it works for. Row-level security shows no row to a transaction that was not told.
 */
@Aspect
@Component
@Order(TenancyGuard.INSIDE_THE_TRANSACTION)
class TenancyGuard {

  /** Runs after {@code @Transactional}, whose order is 0; see {@link TenancyConfiguration}. */
  static final int INSIDE_THE_TRANSACTION = 100;

  private static final String LOGGED_AS = "household";

  private final JdbcClient jdbc;

  TenancyGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Our own classes first: to look for the annotation, every library's class would be read. */
  @Before(
      "within(io.groceryplanner..*) && @within(io.groceryplanner.household.TenantScoped)"
          + " && execution(!private * *(..))")
  void enterHouseholdOf(JoinPoint call) {
    if (call.getArgs().length == 0 || !(call.getArgs()[0] instanceof HouseholdId household)) {
      throw new IllegalStateException(
          call.getSignature() + " is tenant-scoped, so its first argument must be a HouseholdId");
    }
    enter(household);
  }

  /**
   * @throws IllegalStateException outside a transaction, or when this one already works for another
   *     household
   */
  void enter(HouseholdId household) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A household is entered for one transaction only");
    }
    var before =
        jdbc.sql(
                """
                select app_household(), set_config('app.household_id',
                  coalesce(nullif(current_setting('app.household_id', true), ''), ?), true)
                """)
            .param(household.value().toString())
            .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
            .single();
    if (before.isPresent() && !before.get().equals(household.value())) {
      throw new IllegalStateException("One transaction never works for two households");
    }
    sayInTheLog(household);
  }

  /** What is logged from here to the end of the transaction says for which household. */
  private static void sayInTheLog(HouseholdId household) {
    if (MDC.get(LOGGED_AS) == null) {
      MDC.put(LOGGED_AS, household.toString());
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              MDC.remove(LOGGED_AS);
            }
          });
    }
  }
}
