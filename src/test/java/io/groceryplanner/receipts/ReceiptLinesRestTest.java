package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Another program splits, joins, deletes and restores lines as a person does on the screen. */
@IntegrationTest
class ReceiptLinesRestTest {

  @LocalServerPort int port;
  @Autowired Receipts receipts;
  @Autowired ReceiptProgress progress;
  @Autowired TransactionTemplate transaction;

  private RestHousehold kitchen;
  private String receipt = "";

  @BeforeEach
  void readAReceipt() {
    StandInAi.get().beBusy();
    kitchen = RestHousehold.signUp(port);
    var id =
        new ReadReceipts(receipts, progress, transaction)
            .ready(
                new HouseholdId(kitchen.id()),
                ReadReceipts.extraction(
                    "Lindenhof",
                    LocalDate.of(2026, 3, 2),
                    "EUR",
                    ReadReceipts.lines("BUTTER 250G 1.99", "BANANEN 1.79")));
    receipt = "/api/v1/receipts/" + id;
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aLineIsSplitAndJoinedAgain() {
    var made =
        kitchen.post(
            receipt + "/lines/1/split",
            "{\"description\": \"Salt\", \"quantity\": 1, \"lineTotal\": 0.49}");

    assertThat(made.getStatusCode().value()).as(made.toString()).isEqualTo(201);
    assertThat(body(made).get("lineNo").asInt()).isEqualTo(3);
    assertThat(totals()).containsExactly("1.50", "1.79", "0.49");

    var joined = kitchen.post(receipt + "/lines/1/join/3");

    assertThat(body(joined).get("lineTotal").decimalValue()).isEqualByComparingTo("1.99");
    assertThat(totals()).containsExactly("1.99", "1.79");
  }

  @Test
  void aLineIsDeletedAndRestored() {
    assertThat(kitchen.delete(receipt + "/lines/2").getStatusCode().value()).isEqualTo(204);
    assertThat(totals()).containsExactly("1.99");
    assertThat(body(kitchen.delete(receipt + "/lines/2")).get("code").asString())
        .isEqualTo("no_such_line");

    var restored = kitchen.post(receipt + "/lines/2/restore");

    assertThat(body(restored).get("description").asString()).isEqualTo("Bananen");
    assertThat(totals()).containsExactly("1.99", "1.79");
  }

  @Test
  void whatTheScreenRefusesIsRefusedWithTheSameWords() {
    var nameless =
        kitchen.post(receipt + "/lines/1/split", "{\"quantity\": 1, \"lineTotal\": 0.49}");
    var tooMuch =
        kitchen.post(
            receipt + "/lines/1/split",
            "{\"description\": \"Salt\", \"quantity\": 1, \"lineTotal\": 1.99}");

    assertThat(nameless.getStatusCode().value()).isEqualTo(422);
    assertThat(body(nameless).get("field").asString()).isEqualTo("description");
    assertThat(body(nameless).get("detail").asString()).isEqualTo("Please say what this line is.");
    assertThat(body(tooMuch).get("field").asString()).isEqualTo("lineTotal");
    assertThat(totals()).containsExactly("1.99", "1.79");
    assertThat(body(kitchen.post(receipt + "/lines/1/join/1")).get("code").asString())
        .isEqualTo("no_such_line");
    assertThat(body(kitchen.post(receipt + "/lines/7/restore")).get("code").asString())
        .isEqualTo("no_such_line");
  }

  @Test
  void anAcceptedReceiptAndThatOfAnotherHouseholdStayAsTheyAre() {
    var theirs = RestHousehold.signUp(port);
    assertThat(theirs.delete(receipt + "/lines/1").getStatusCode().value()).isEqualTo(404);
    kitchen.post(receipt + "/accept");

    var late = kitchen.delete(receipt + "/lines/1");

    assertThat(late.getStatusCode().value()).isEqualTo(409);
    assertThat(body(late).get("code").asString()).isEqualTo("not_open");
    assertThat(totals()).containsExactly("1.99", "1.79");
  }

  @Test
  void thePublishedDescriptionNamesThem() {
    var paths = body(kitchen.get("/api/v1/openapi")).get("paths");
    var line = "/api/v1/receipts/{id}/lines/{lineNo}";

    assertThat(paths.propertyNames())
        .contains(line, line + "/split", line + "/join/{otherNo}", line + "/restore");
  }

  private List<String> totals() {
    return body(kitchen.get(receipt)).get("lines").findValuesAsString("lineTotal").stream()
        .map(java.math.BigDecimal::new)
        .map(amount -> amount.setScale(2).toPlainString())
        .toList();
  }

  private static JsonNode body(ResponseEntity<JsonNode> answer) {
    return Objects.requireNonNull(answer.getBody());
  }
}
