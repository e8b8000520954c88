package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTest {

  @Test
  void a_database_that_cannot_be_reached_is_an_outage_however_deep() {
    var unreachable =
        new CannotCreateTransactionException(
            "no connection", new SQLTransientConnectionException("pool is empty"));
    assertThat(Outage.isBehind(new IllegalStateException(unreachable))).isTrue();
    assertThat(Outage.isBehind(new RuntimeException(new SQLTransientConnectionException("t"))))
        .isTrue();
  }

  @Test
  void a_broken_rule_is_a_defect() {
    assertThat(Outage.isBehind(new DataIntegrityViolationException("duplicate"))).isFalse();
    assertThat(Outage.isBehind(new IllegalStateException())).isFalse();
  }
}
