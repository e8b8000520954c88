package io.groceryplanner.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.base.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AuditLogTest {

  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @LocalServerPort int port;

  private final UserId admin = UserId.create();

  @Test
  void whatWasWrittenIsReadBackTheNewestFirst() {
    audit.write(AuditAct.SWITCH_CHANGED, admin, "RECEIPT_PROCESSING_ENABLED", "on → off");
    audit.write(AuditAct.FILES_CHECKED, admin, "files", "");

    var found = mine();

    assertThat(found)
        .extracting(AuditLog.Entry::act)
        .containsExactly(AuditAct.FILES_CHECKED, AuditAct.SWITCH_CHANGED);
    assertThat(found.getLast().detail()).isEqualTo("on → off");
  }

  @Test
  void theApplicationItselfCannotChangeAnEntryNorDeleteAYoungOne() {
    audit.write(AuditAct.SWITCH_CHANGED, admin, "SEMANTIC_SEARCH_ENABLED", "");

    assertThatThrownBy(() ->
            jdbc.sql("update audit_log set subject = 'x' where actor = ?")
                .param(admin.value())
                .update())
        .isInstanceOf(DataAccessException.class);
    assertThat(jdbc.sql("delete from audit_log where actor = ?").param(admin.value()).update())
        .isZero();
    assertThat(mine()).hasSize(1);
  }

  @Test
  void whatIsOlderThanTheSettingGoesAndTheRestStays() {
    write(Duration.ofDays(731));
    write(Duration.ofDays(729));

    assertThat(audit.forgetOld()).isPositive();

    assertThat(mine()).hasSize(1);
  }

  @Test
  void lessThanAMonthIsNoRetention() {
    assertThatThrownBy(() -> new AuditSettings(Duration.ofDays(29)))
        .hasMessageContaining("30 is the least");
  }

  @Test
  void failedSignInsAreCountedWithoutSayingWhose() {
    var before = audit.counted(AuditAct.SIGN_IN_FAILED, Duration.ofDays(1));
    var household = RestHousehold.signUp(port);

    household.post(
        "/api/v1/tokens",
        "{\"email\": \"%s\", \"password\": \"wrong kitchen\", \"label\": \"x\"}"
            .formatted(household.email()));

    assertThat(audit.counted(AuditAct.SIGN_IN_FAILED, Duration.ofDays(1))).isEqualTo(before + 1);
  }

  @Test
  void aTokenThatIsMadeStandsInTheSecurityPartByItsIdAndItsPersonsId() {
    var household = RestHousehold.signUp(port);
    household.post(
        "/api/v1/tokens",
        "{\"email\": \"%s\", \"password\": \"%s\", \"label\": \"my phone\"}"
            .formatted(household.email(), RestHousehold.password()));

    var newest = audit.list(AuditAct.Area.SECURITY, null, 1).items().getFirst();

    assertThat(newest.act()).isEqualTo(AuditAct.TOKEN_MADE);
    assertThat(newest.actor()).isPresent();
    assertThat(newest.admin()).as("people who are no admins stay ids").isEmpty();
    assertThat(newest.toString()).doesNotContain("my phone", household.email());
  }

  private void write(Duration ago) {
    jdbc.sql(
            """
            insert into audit_log (done_at, act, actor, subject, detail)
            values (?, 'SWITCH_CHANGED', ?, 'x', '')
            """)
        .params(clock.instant().minus(ago).atOffset(ZoneOffset.UTC), admin.value())
        .update();
  }

  private ArrayList<AuditLog.Entry> mine() {
    var found = new ArrayList<AuditLog.Entry>();
    @Nullable String cursor = null;
    do {
      var slice = audit.list(AuditAct.Area.ADMINISTRATION, cursor, 2);
      slice.items().stream()
          .filter(entry -> entry.actor().equals(Optional.of(admin)))
          .forEach(found::add);
      cursor = slice.nextCursor();
    } while (cursor != null);
    return found;
  }
}
