package io.groceryplanner.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.jpa.JpaSystemException;
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
  void a_connection_that_breaks_or_is_ended_by_the_server_is_an_outage() {
    var givenUpByThePool = new SQLException("Connection is closed");
    assertThat(Outage.isBehind(rollbackRefusedBy(givenUpByThePool))).isTrue();
    assertThat(Outage.isBehind(rollbackRefusedBy(new SQLException("broken", "08006")))).isTrue();
    assertThat(Outage.isBehind(new RuntimeException(new SQLException("shut down", "57P01"))))
        .isTrue();
  }

  private static Throwable rollbackRefusedBy(SQLException failure) {
    return new JpaSystemException(new RuntimeException("Unable to rollback", failure));
  }

  @Test
  void a_broken_rule_is_a_defect() {
    assertThat(Outage.isBehind(new RuntimeException(new SQLException("cancelled", "57014"))))
        .isFalse();
    assertThat(Outage.isBehind(new DataIntegrityViolationException("duplicate"))).isFalse();
    assertThat(Outage.isBehind(new IllegalStateException())).isFalse();
  }
}
