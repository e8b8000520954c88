package io.groceryplanner.receipts;

import static io.groceryplanner.receipts.RestReceipt.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What another program may not say about a receipt, and whose receipts it does not reach. */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class CorrectionRefusalsRestTest {

  @LocalServerPort int port;

  private RestHousehold kitchen;
  private RestReceipt receipt;
  private ReadReceipts read;

  /** One for all, since nothing is to change and sign-ups are limited. */
  @BeforeAll
  void signUp(
      @Autowired Receipts receipts,
      @Autowired ReceiptProgress progress,
      @Autowired TransactionTemplate transaction) {
    read = new ReadReceipts(receipts, progress, transaction);
    kitchen = RestHousehold.signUp(port);
  }

  @BeforeEach
  void readAReceipt() {
    StandInAi.get().beBusy();
    receipt = received("BUTTER 250G 1.99", "BANANEN 1.79");
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"description": "  "}                          | description | Please say what this line is.
          {"description": "\\u0000\\u0007"}              | description | Please say what this line is.
          {"quantity": 0}                                | quantity    | The amount must be more than zero.
          {"quantity": -1}                               | quantity    | The amount must be more than zero.
          {"quantity": 0.0001}                           | quantity    | The amount must be more than zero.
          {"quantity": 1e-99999999}                      | quantity    | The amount must be more than zero.
          {"quantity": 1e30}                             | quantity    | This amount is too large to be right.
          {"quantity": 1e999999999}                      | quantity    | This amount is too large to be right.
          {"unit": " "}                                  | unit        | Please say in what it is counted, in at most 20 characters.
          {"unit": "bunches of the largest kind"}        | unit        | Please say in what it is counted, in at most 20 characters.
          {"lineTotal": -1e30}                           | lineTotal   | This price is too large to be right.
          {"discount": 1e30}                             | discount    | This price is too large to be right.
          {"useBy": "+99999-01-01"}                      | useBy       | Please choose a day between 1970 and 9999.
          {"categoryId": "00000000-0000-0000-0000-000000000001"} | categoryId | There is no such category in your household.
          {"locationId": "00000000-0000-0000-0000-000000000001"} | locationId | There is no such place in your household.
          {"itemId": "00000000-0000-0000-0000-000000000001"}     | itemId     | There is no such item in your household.
          """)
  void whatCannotBeIsRefusedInPlainWordsAndChangesNothing(
      String said, String field, String sentence) {
    var before = receipt.now();

    for (var answer :
        List.of(
            receipt.correct(1, said),
            receipt.add(
                said.contains("description")
                    ? said
                    : said.replaceFirst("\\{", "{\"description\": \"Salt\", ")))) {
      assertThat(answer.getStatusCode().value()).as(answer.toString()).isEqualTo(422);
      assertThat(body(answer).get("code").asString()).isEqualTo("refused");
      assertThat(body(answer).get("field").asString()).isEqualTo(field);
      assertThat(body(answer).get("detail").asString()).isEqualTo(sentence);
    }
    assertThat(receipt.now()).isEqualTo(before);
  }

  @Test
  void whatCannotBeOfAWholeReceiptIsRefusedToo() {
    var before = receipt.now();
    var toCome = LocalDate.now().plusDays(3);

    var early = receipt.correct("{\"purchasedOn\": \"" + toCome + "\"}");
    var late = receipt.correct("{\"purchasedOn\": \"1066-10-14\"}");
    var large = receipt.correct("{\"total\": 1e30}");
    var wordy = receipt.correct("{\"merchant\": \"" + "x".repeat(201) + "\"}");

    assertThat(fields(early, late, large, wordy))
        .containsExactly("purchasedOn", "purchasedOn", "total", "merchant");
    assertThat(body(early).get("detail").asString())
        .isEqualTo("This cannot be the day of shopping: it is still to come, or too long ago.");
    assertThat(receipt.now()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"quantity": "two"}          | quantity
          {"quantity": {"much": 1}}    | quantity
          {"stocked": "perhaps"}       | stocked
          {"useBy": "tomorrow"}        | useBy
          {"useBy": "2026-02-30"}      | useBy
          {"categoryId": "dairy"}      | categoryId
          {"description": ["a", "b"]}  | description
          """)
  void aValueOfTheWrongKindIsRefusedByItsName(String said, String field) {
    var answer = receipt.correct(1, said);

    assertThat(answer.getStatusCode().value()).as(answer.toString()).isEqualTo(400);
    assertThat(body(answer).get("code").asString()).isEqualTo("bad_json");
    assertThat(body(answer).get("field").asString()).isEqualTo(field);
    assertThat(body(answer).get("detail").asString())
        .isEqualTo("The value of \"" + field + "\" is not right.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{", "{\"quantity\": 1e99999999999, \"total\": 1e99999999999}"})
  void whatIsNoJsonObjectIsRefused(String said) {
    assertThat(receipt.correct(1, said).getStatusCode().value()).isEqualTo(400);
    assertThat(receipt.add(said).getStatusCode().value()).isEqualTo(400);
    assertThat(receipt.correct(said).getStatusCode().value()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 201})
  void aKeyWithoutLettersOrWithoutEndIsRefused(int length) {
    var answer =
        kitchen.postOnce(
            receipt.path() + "/lines", "k".repeat(length), "{\"description\": \"Salt\"}");

    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(body(answer).get("detail").asString())
        .isEqualTo("The value of \"Idempotency-Key\" is not right.");
    assertThat(receipt.now().get("lines").size()).isEqualTo(2);
  }

  @Test
  void oddLettersAndUnusualUnitsAreTaken() {
    RestReceipt.ok(
        receipt.correct(
            1,
            "{\"description\": \"Br\\u0000\\u00f6t \\ud83e\\udd56 \\ud800\", \"unit\": \"Bund\"}"));

    assertThat(receipt.line(1).get("unit").asString()).isEqualTo("Bund");
    assertThat(receipt.line(1).get("description").asString()).startsWith("Br öt \ud83e\udd56");
  }

  @Test
  void anotherHouseholdNeitherReachesAReceiptNorLendsItsCategories() {
    var theirs = RestHousehold.signUp(port);
    var reached = receipt.of(theirs);
    var before = receipt.now();

    for (var answer :
        List.of(
            reached.correct("{\"merchant\": \"Mine\"}"),
            reached.correct(1, "{\"quantity\": 7}"),
            reached.add("{\"description\": \"Mine\"}"))) {
      assertThat(answer.getStatusCode().value()).isEqualTo(404);
      assertThat(body(answer).get("code").asString()).isEqualTo("not_found");
    }
    assertThat(receipt.now()).isEqualTo(before);
    receipt.accept();
    var own = RestReceipt.ready(read, theirs, "MILCH 1.19");

    assertThat(
            fields(
                own.correct(1, said("categoryId", firstId("/api/v1/categories"))),
                own.correct(1, said("locationId", firstId("/api/v1/storage-locations"))),
                own.correct(1, said("itemId", firstId("/api/v1/inventory/items")))))
        .containsExactly("categoryId", "locationId", "itemId");
  }

  @Test
  void whatIsAcceptedOrNotThereCannotBeCorrected() {
    var noLine = receipt.correct(9, "{\"quantity\": 7}");
    assertThat(noLine.getStatusCode().value()).isEqualTo(404);
    assertThat(body(noLine).get("code").asString()).isEqualTo("no_such_line");
    receipt.accept();
    var before = receipt.now();

    for (var answer :
        List.of(
            receipt.correct("{\"merchant\": \"Late\"}"),
            receipt.correct(1, "{\"quantity\": 7}"),
            receipt.add("{\"description\": \"Late\"}"))) {
      assertThat(answer.getStatusCode().value()).isEqualTo(409);
      assertThat(body(answer).get("code").asString()).isEqualTo("not_open");
      assertThat(body(answer).get("detail").asString())
          .isEqualTo("This receipt cannot be changed any more.");
    }
    assertThat(receipt.now()).isEqualTo(before);
  }

  private RestReceipt received(String... printed) {
    return RestReceipt.ready(read, kitchen, printed);
  }

  private static String said(String field, String value) {
    return "{\"%s\": \"%s\"}".formatted(field, value);
  }

  private String firstId(String path) {
    return body(kitchen.get(path)).get("items").get(0).get("id").asString();
  }

  @SafeVarargs
  private static List<String> fields(ResponseEntity<JsonNode>... answers) {
    return Stream.of(answers)
        .peek(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(422))
        .map(answer -> body(answer).get("field").asString())
        .toList();
  }
}
