package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A person goes on without the AI service, or has it look again. */
@IntegrationTest
class ByHandTest {

  @LocalServerPort int port;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired JdbcClient jdbc;

  private RestHousehold kitchen;

  @BeforeEach
  void signUp() {
    kitchen = RestHousehold.signUp(port);
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void whatIsEnteredByHandIsNotOverwrittenByALaterReading() {
    StandInAi.get().beBusy();
    var id = uploaded();
    awaitField(id, "condition", "awaiting_ai");

    assertThat(post(id, "enter-by-hand")).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(add(id, line("Oat drink", "1.95"))).isInstanceOf(CorrectResult.Corrected.class);
    StandInAi.get().answerAsRecorded();

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select count(*) from scheduled_tasks where task_instance like ?")
                    .param("%/" + id)
                    .query(Long.class)
                    .single()
                == 0);
    var receipt = receipt(id);
    assertThat(receipt.get("stage").asString()).isEqualTo("ready_for_review");
    assertThat(receipt.get("condition").asString()).isEqualTo("ok");
    assertThat(receipt.get("lines")).hasSize(1);
    assertThat(receipt.get("lines").get(0).get("description").asString()).isEqualTo("Oat drink");
    assertThat(post(id, "accept")).isEqualTo(HttpStatus.OK);
    assertThat(post(id, "enter-by-hand")).isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void aLineWithoutANameIsRefusedWithTheReason() {
    StandInAi.get().beBusy();
    var id = uploaded();
    post(id, "enter-by-hand");

    assertThat(add(id, line(" ", "1.95")))
        .isEqualTo(new CorrectResult.Refused("description", "receipts.refused.description"));
    assertThat(receipt(id).get("lines")).isEmpty();
  }

  @Test
  void allFailedReceiptsAreTriedAgainAtOnce() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
    var one = uploaded();
    var two = uploaded();
    awaitField(one, "condition", "failed");
    awaitField(two, "condition", "failed");
    StandInAi.get().answerAsRecorded();

    var answer = kitchen.post("/api/v1/receipts/retry-failed");

    assertThat(Objects.requireNonNull(answer.getBody()).get("retried").asInt()).isEqualTo(2);
    awaitField(one, "stage", "ready_for_review");
    awaitField(two, "stage", "ready_for_review");
  }

  @Test
  void readingAgainKeepsWhatAPersonCorrected() {
    var id = uploaded();
    awaitField(id, "stage", "ready_for_review");
    var before = receipt(id).get("lines");
    correctFirstLine(id, "Corrected by me");
    add(id, line("Written by me", "1.00"));

    post(id, "rescan");

    await().atMost(Duration.ofSeconds(60)).until(() -> summary(id).rescan().isEmpty());
    var after = receipt(id).get("lines");
    assertThat(after).as("no line twice, and the one added").hasSize(before.size() + 1);
    assertThat(after.findValuesAsString("description"))
        .contains("Corrected by me", "Written by me")
        .doesNotContain(before.get(0).get("description").asString());
  }

  @Test
  void readingAgainReplacesCorrectionsWhereAPersonSaysSo() {
    var id = uploaded();
    awaitField(id, "stage", "ready_for_review");
    var before = receipt(id).get("lines").findValuesAsString("rawText");
    correctFirstLine(id, "Corrected by me");

    assertThat(post(id, "rescan?replaceCorrections=true")).isEqualTo(HttpStatus.ACCEPTED);

    await().atMost(Duration.ofSeconds(60)).until(() -> summary(id).rescan().isEmpty());
    var after = receipt(id).get("lines");
    assertThat(after.findValuesAsString("rawText")).isEqualTo(before);
    assertThat(after.findValuesAsString("description")).doesNotContain("Corrected by me");
  }

  @Test
  void aSecondReadingThatFailsLeavesEverythingAsItWas() {
    var id = uploaded();
    awaitField(id, "stage", "ready_for_review");
    var before = receipt(id).get("lines").findValuesAsString("description");
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");

    post(id, "rescan");

    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> summary(id).rescan().equals(Optional.of(Rescan.FAILED)));
    assertThat(receipt(id).get("lines").findValuesAsString("description")).isEqualTo(before);
  }

  private void correctFirstLine(String id, String name) {
    var first = receipts.find(household(), receiptId(id)).orElseThrow().lines().getFirst();
    var as = LineCorrection.of(first);
    review.correct(
        household(),
        receiptId(id),
        first.lineNo(),
        new LineCorrection(
            name,
            as.quantity(),
            as.unit(),
            as.lineTotal(),
            as.discount(),
            as.stocked(),
            as.category(),
            as.location(),
            as.useBy()));
  }

  private CorrectResult add(String id, LineCorrection line) {
    return review.add(household(), receiptId(id), line);
  }

  private static LineCorrection line(String name, String price) {
    return new LineCorrection(
        name,
        BigDecimal.ONE,
        "piece",
        new BigDecimal(price),
        BigDecimal.ZERO,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private ReceiptSummary summary(String id) {
    return receipts.find(household(), receiptId(id)).orElseThrow().summary();
  }

  private HouseholdId household() {
    return new HouseholdId(kitchen.id());
  }

  private static ReceiptId receiptId(String id) {
    return new ReceiptId(UUID.fromString(id));
  }

  private String uploaded() {
    var sample = "receipts/lindenhof-creased.jpg";
    var answer =
        kitchen.upload("/api/v1/receipts?force=true", sample, RestHousehold.sample(sample));
    return Objects.requireNonNull(answer.getBody()).get("id").asString();
  }

  private org.springframework.http.HttpStatusCode post(String id, String what) {
    return kitchen.post("/api/v1/receipts/" + id + "/" + what).getStatusCode();
  }

  private JsonNode receipt(String id) {
    return Objects.requireNonNull(kitchen.get("/api/v1/receipts/" + id).getBody());
  }

  private void awaitField(String id, String field, String value) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> receipt(id).get(field).asString().equals(value));
  }
}
