package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The way through the second wall: tells the database, for the transaction at hand, which household
 * it works for. Row-level security shows no row to a transaction that was not told. Asked before
 * each method of what is {@link TenantScoped}; see {@link TenancyConfiguration}.
 */
@Component
class TenancyGuard {

  private static final String LOGGED_AS = "household";

  private final JdbcClient jdbc;

  TenancyGuard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void enterHouseholdOf(Method called, @Nullable Object... arguments) {
    if (arguments.length == 0 || !(arguments[0] instanceof HouseholdId household)) {
      throw new IllegalStateException(
          called + " is tenant-scoped, so its first argument must be a HouseholdId");
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
