package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import io.groceryplanner.receipts.ReceiptBacklog.Count;
import io.groceryplanner.receipts.ReceiptBacklog.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What admins see of everybody's receipts. */
@IntegrationTest
class ReceiptBacklogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired ReceiptBacklog backlog;
  @Autowired AuditLog audit;
  @LocalServerPort int port;

  private final UserId admin = UserId.create();

  @AfterEach
  void readAgain() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void failedReceiptsOfAllHouseholdsAreListedByIdAndReasonAndNothingElse() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
    var one = failedReceipt();
    var other = failedReceipt();

    var found = all();

    assertThat(found).contains(one, other);
    assertThat(one.reason()).isEqualTo("no_text_found");
    assertThat(one.toString()).doesNotContain("lindenhof", "Kitchen");
    assertThat(backlog.counts())
        .filteredOn(count -> count.condition() == Condition.FAILED)
        .anySatisfy(count -> assertThat(count.receipts()).isGreaterThanOrEqualTo(2));
  }

  @Test
  void aFailedReceiptGoesOnItsWayAgainAndTheLogSaysWhoWantedIt() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
    var failed = failedReceipt();
    StandInAi.get().answerAsRecorded();

    assertThat(backlog.retry(admin, failed.household(), failed.receipt())).isTrue();

    assertThat(all()).doesNotContain(failed);
    assertThat(backlog.retry(admin, failed.household(), failed.receipt())).isFalse();
    assertThat(acts()).containsExactly(failed.subject());
  }

  @Test
  void allFailedReceiptsOfSeveralHouseholdsGoOnTheirWayAtOnce() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
    var one = failedReceipt();
    var other = failedReceipt();
    StandInAi.get().answerAsRecorded();

    assertThat(backlog.retryAll(admin)).isGreaterThanOrEqualTo(2);

    assertThat(all()).doesNotContain(one, other);
    assertThat(acts()).containsExactly("all");
  }

  @Test
  void aReceiptThatIsReadyIsCountedWithTheTimeItHasStoodLikeThat() {
    var household = RestHousehold.signUp(port);
    var id = send(household);
    await().atMost(PATIENCE).until(() -> "ready_for_review".equals(stage(household, id)));

    assertThat(backlog.counts())
        .extracting(Count::stage)
        .contains(Stage.READY_FOR_REVIEW)
        .doesNotContain(Stage.CONFIRMED);
  }

  private Failed failedReceipt() {
    var household = RestHousehold.signUp(port);
    var id = send(household);
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                all().stream()
                    .filter(each -> each.household().equals(new HouseholdId(household.id())))
                    .filter(each -> each.receipt().value().equals(id))
                    .findAny(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static UUID send(RestHousehold household) {
    var answer =
        household.upload("lindenhof.jpg", RestHousehold.sample("receipts/lindenhof-skewed.jpg"));
    var body = Objects.requireNonNull(answer.getBody());
    return UUID.fromString(body.get("id").asString());
  }

  private static String stage(RestHousehold household, UUID id) {
    var body = household.get("/api/v1/receipts/" + id).getBody();
    return body == null ? "" : body.get("stage").asString();
  }

  /** Slice by slice, as the screen reads. */
  private List<Failed> all() {
    var found = new ArrayList<Failed>();
    @Nullable String cursor = null;
    do {
      var slice = backlog.listFailed(cursor, 2);
      found.addAll(slice.items());
      cursor = slice.nextCursor();
    } while (cursor != null);
    return found;
  }

  private List<String> acts() {
    return audit.list(AuditAct.Area.ADMINISTRATION, null, 200).items().stream()
        .filter(entry -> entry.actor().equals(Optional.of(admin)))
        .map(AuditLog.Entry::subject)
        .toList();
  }
}
