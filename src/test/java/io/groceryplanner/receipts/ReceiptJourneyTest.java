package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** The receipt's way, by REST alone. */
@IntegrationTest
class ReceiptJourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort int port;

  private RestHousehold household;

  @BeforeEach
  void signUp() {
    household = RestHousehold.signUp(port);
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aPhotographedReceiptBecomesStockOnceHoweverOftenItIsAccepted() {
    var id = uploaded("receipts/lindenhof-creased.jpg");
    var receipt = awaitStage(id, "ready_for_review");
    assertThat(receipt.get("merchant").asString()).isNotBlank();
    var stocked = lines(receipt).filter(line -> line.get("stocked").asBoolean()).count();
    assertThat(stocked).isPositive();

    var accepted = household.post("/api/v1/receipts/" + id + "/accept");
    var again = household.post("/api/v1/receipts/" + id + "/accept");

    assertThat(accepted.getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(body(accepted).get("stage").asString()).isEqualTo("confirmed");
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.OK);
    var entries = body(household.get("/api/v1/inventory/entries?limit=200")).get("items");
    assertThat(entries.size()).isEqualTo((int) stocked);
    assertThat(amounts(entries)).isEqualByComparingTo(stockedAmounts(receipt));
  }

  @Test
  void everyStageCarriesTheCompleteArithmetic() {
    var receipt = awaitStage(uploaded("receipts/lindenhof-creased.jpg"), "ready_for_review");

    var sum =
        lines(receipt)
            .map(line ->
                line.get("lineTotal").decimalValue().add(line.get("discount").decimalValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var arithmetic = receipt.get("arithmetic");
    assertThat(arithmetic.get("linesTotal").decimalValue()).isEqualByComparingTo(sum);
    assertThat(arithmetic.get("difference").decimalValue())
        .isEqualByComparingTo(
            sum.add(arithmetic.get("taxOnTop").decimalValue())
                .add(arithmetic.get("rounding").decimalValue())
                .subtract(receipt.get("total").decimalValue()));
  }

  @Test
  void theSameFileAgainIsSaidAndTakenOnlyWhenForced() {
    var content = RestHousehold.sample("receipts/mill-lane-tilted.jpg");
    var first = body(household.upload("one.jpg", content)).get("id").asString();

    var second = household.upload("two.jpg", content);
    var forced = household.upload("/api/v1/receipts?force=true", "two.jpg", content);

    assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(body(second).get("existingReceiptId").asString()).isEqualTo(first);
    assertThat(forced.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
  }

  @Test
  void theSamePurchaseFromAnotherPhotoIsSaidAndStopsNobody() {
    var first = uploaded("receipts/lindenhof-creased.jpg");
    awaitStage(first, "ready_for_review");
    var second = uploaded("receipts/lindenhof-skewed.jpg");

    var receipt = awaitStage(second, "ready_for_review");

    assertThat(receipt.get("possibleDuplicateOf").asString()).isEqualTo(first);
    assertThat(household.post("/api/v1/receipts/" + second + "/accept").getStatusCode())
        .isEqualTo(HttpStatus.OK);
    household.delete("/api/v1/receipts/" + first);
    assertThat(
            body(household.get("/api/v1/receipts/" + second)).get("possibleDuplicateOf").isNull())
        .isTrue();
  }

  @Test
  void theTextOfAnElectronicReceiptGoesTheSameWay() {
    var answer = household.postText("/api/v1/receipts", "Corner shop\nOat drink 1.95\nTotal 1.95");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    awaitStage(body(answer).get("id").asString(), "ready_for_review");
    assertThat(
            household
                .postText("/api/v1/receipts", "Corner shop\nOat drink 1.95\nTotal 1.95")
                .getStatusCode())
        .as("the same text again")
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(household.postText("/api/v1/receipts", "x\n".repeat(500)).getStatusCode())
        .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "text.jpg, 415, not_a_picture",
    "empty.jpg, 400, empty",
    "truncated.jpg, 422, damaged",
    "huge-pixels.png, 422, too_many_pixels"
  })
  void badFilesAreRefusedWithASentenceAndLeaveNothing(String file, int status, String code) {
    var answer = household.upload(file, RestHousehold.sample("bad/" + file));

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(body(answer).get("code").asString()).isEqualTo(code);
    assertThat(body(answer).get("detail").asString()).contains(" ").endsWith(".");
    assertThat(body(household.get("/api/v1/receipts")).get("items")).isEmpty();
  }

  @Test
  void fiftyMegabytesAreRefusedAsAProblem() {
    var answer = household.upload("huge.jpg", new byte[50 * 1024 * 1024]);

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    assertThat(body(answer).get("code").asString()).isEqualTo("too_large");
  }

  @Test
  void aPhotoOfAWallFailsWithAReasonAndIsNotTriedForEver() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");

    var id = uploaded("bad/wall.jpg");
    var receipt = awaitCondition(id, "failed");

    assertThat(receipt.get("stage").asString()).isEqualTo("pending");
    assertThat(receipt.get("failureReason").asString()).startsWith("No text could be found");
    StandInAi.get().answerAsRecorded();
    assertThat(household.post("/api/v1/receipts/" + id + "/retry").getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    awaitStage(id, "ready_for_review");
  }

  @Test
  void withoutTheAiItWaitsAndGoesOnByItself() {
    StandInAi.get().beBusy();

    var id = uploaded("receipts/mill-lane-blurred.jpg");
    assertThat(awaitCondition(id, "awaiting_ai").get("stage").asString()).isEqualTo("pending");
    StandInAi.get().answerAsRecorded();

    awaitStage(id, "ready_for_review");
  }

  @Test
  void theShownPictureCarriesNoPlaceOfTheCamera() {
    var id = uploaded("receipts/corner-pantry-located.jpg");

    var picture = household.picture("/api/v1/receipts/" + id + "/picture");

    assertThat(CameraPlace.isIn(RestHousehold.sample("receipts/corner-pantry-located.jpg")))
        .isTrue();
    assertThat(CameraPlace.isIn(picture)).isFalse();
  }

  @Test
  void onlyAFailedReceiptCanBeTriedAgain() {
    var id = uploaded("receipts/mill-lane-tilted.jpg");
    awaitStage(id, "ready_for_review");

    var answer = household.post("/api/v1/receipts/" + id + "/retry");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
  }

  private String uploaded(String sample) {
    var answer = household.upload(sample, RestHousehold.sample(sample));
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    return body(answer).get("id").asString();
  }

  private JsonNode awaitStage(String id, String stage) {
    return awaitField(id, "stage", stage);
  }

  private JsonNode awaitCondition(String id, String condition) {
    return awaitField(id, "condition", condition);
  }

  private JsonNode awaitField(String id, String field, String value) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> body(household.get("/api/v1/receipts/" + id)),
            receipt -> receipt.get(field).asString().equals(value));
  }

  private static java.util.stream.Stream<JsonNode> lines(JsonNode receipt) {
    return StreamSupport.stream(receipt.get("lines").spliterator(), false);
  }

  private static BigDecimal stockedAmounts(JsonNode receipt) {
    return lines(receipt)
        .filter(line -> line.get("stocked").asBoolean())
        .map(line -> line.get("lineTotal").decimalValue().add(line.get("discount").decimalValue()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amounts(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.get("price").get("amount").decimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static JsonNode body(ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }
}
