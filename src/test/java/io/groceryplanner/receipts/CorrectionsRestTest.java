package io.groceryplanner.receipts;

import static io.groceryplanner.receipts.RestReceipt.body;
import static io.groceryplanner.receipts.RestReceipt.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another program corrects a receipt and adds lines as a person does on the screen. */
@IntegrationTest
class CorrectionsRestTest {

  @LocalServerPort int port;

  private RestHousehold kitchen;
  private RestReceipt receipt;
  private ReadReceipts read;

  @BeforeEach
  void readAReceipt(
      @Autowired Receipts receipts,
      @Autowired ReceiptProgress progress,
      @Autowired TransactionTemplate transaction) {
    StandInAi.get().beBusy();
    read = new ReadReceipts(receipts, progress, transaction);
    kitchen = RestHousehold.signUp(port);
    receipt = received("BUTTER 250G 1.99", "BANANEN 1.79");
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aLineIsCorrectedAndWhatIsLeftOutStays() {
    var shelf = firstId("/api/v1/storage-locations");
    var category = firstId("/api/v1/categories");

    var said =
        ok(
            receipt.correct(
                1,
                """
                {"description": " Salted  butter ", "quantity": 0.5, "unit": "kg",
                 "lineTotal": 2.19, "discount": 0.2, "stocked": true,
                 "categoryId": "%s", "locationId": "%s", "useBy": "2026-04-01"}
                """
                    .formatted(category, shelf)));
    ok(receipt.correct(1, "{\"quantity\": 0.30000000000000004}"));

    var now = receipt.line(1);
    assertThat(said.get("quantity").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(now.get("description").asString()).isEqualTo("Salted butter");
    assertThat(now.get("rawText").asString()).isEqualTo("BUTTER 250G");
    assertThat(now.get("quantity").decimalValue()).isEqualByComparingTo("0.3");
    assertThat(now.get("unit").asString()).isEqualTo("kg");
    assertThat(now.get("lineTotal").decimalValue()).isEqualByComparingTo("2.19");
    assertThat(now.get("discount").decimalValue()).isEqualByComparingTo("-0.20");
    assertThat(now.get("categoryId").asString()).isEqualTo(category);
    assertThat(now.get("categorySource").asString()).isEqualTo("person");
    assertThat(now.get("locationId").asString()).isEqualTo(shelf);
    assertThat(now.get("useBy").asString()).isEqualTo("2026-04-01");
    assertThat(now.get("matchSource").asString()).isEqualTo("person");
  }

  @Test
  void nullClearsCategoryPlaceAndDayAndElsewhereSaysNothing() {
    assertThat(receipt.line(1).get("useBy").isNull()).isFalse();

    ok(
        receipt.correct(
            1,
            """
            {"description": null, "quantity": null, "unit": null, "lineTotal": null,
             "discount": null, "stocked": null, "categoryId": null, "locationId": null,
             "useBy": null, "itemId": null}
            """));

    var now = receipt.line(1);
    assertThat(now.get("categoryId").isNull()).isTrue();
    assertThat(now.get("locationId").isNull()).isTrue();
    assertThat(now.get("useBy").isNull()).isTrue();
    assertThat(now.get("description").asString()).isEqualTo("Butter 250g");
    assertThat(now.get("lineTotal").decimalValue()).isEqualByComparingTo("1.99");
    assertThat(now.get("stocked").asBoolean()).isTrue();
  }

  @Test
  void anEmptyCorrectionSaysThatALineIsRight() {
    var before = receipt.line(1);
    assertThat(before.get("corrected").asBoolean()).isFalse();

    ok(receipt.correct(1, "{}"));

    var now = receipt.line(1);
    assertThat(now.get("corrected").asBoolean()).isTrue();
    assertThat(receipt.line(2).get("corrected").asBoolean()).isFalse();
    assertThat(without("corrected", now)).isEqualTo(without("corrected", before));
  }

  @Test
  void aLineIsAddedUnderTheNextNumber() {
    var added =
        receipt.add("{\"description\": \"Sea salt\", \"lineTotal\": 0.89, \"stocked\": false}");

    assertThat(added.getStatusCode().value()).as(added.toString()).isEqualTo(201);
    assertThat(body(added).get("lineNo").asInt()).isEqualTo(3);
    assertThat(body(added).get("unit").asString()).isEqualTo("piece");
    assertThat(receipt.line(3)).isEqualTo(body(added));
    assertThat(receipt.now().get("arithmetic").get("difference").decimalValue())
        .isEqualByComparingTo("0.89");
  }

  @Test
  void anItemOfTheHouseholdBringsItsNameCategoryAndPlace() {
    receipt.accept();
    var butter = items("Butter").get(0);
    receipt = received("BTR 2.05");

    var became = ok(receipt.correct(1, "{\"itemId\": \"" + butter.get("id").asString() + "\"}"));
    var added = receipt.add("{\"itemId\": \"" + butter.get("id").asString() + "\"}");

    for (var each : List.of(became, body(added))) {
      assertThat(each.get("itemId")).isEqualTo(butter.get("id"));
      assertThat(each.get("description")).isEqualTo(butter.get("name"));
      assertThat(each.get("categoryId")).isEqualTo(butter.get("categoryId"));
      assertThat(each.get("locationId")).isEqualTo(butter.get("locationId"));
    }
    var others = ok(kitchen.get(receipt.path() + "/alternatives"));
    assertThat(others.at("/items/0/ownName").asString()).as("as a new item").isEqualTo("Btr");
    ok(receipt.correct(1, "{\"description\": \"Ghee\"}"));
    assertThat(receipt.line(1).get("itemId").isNull()).as("a new item").isTrue();
  }

  @Test
  void shopDayAndTotalAreCorrectedAndWhatIsLeftOutStays() {
    var told =
        ok(receipt.correct("{\"merchant\": \" Mill Lane \", \"purchasedOn\": \"2026-03-05\"}"));
    assertThat(told).isEqualTo(receipt.now());
    assertThat(told.get("merchant").asString()).isEqualTo("Mill Lane");
    assertThat(told.get("total").decimalValue()).isEqualByComparingTo("3.78");

    var useBy = LocalDate.parse(receipt.line(1).get("useBy").asString());
    ok(receipt.correct("{\"purchasedOn\": \"2026-03-06\", \"total\": 4}"));
    assertThat(receipt.line(1).get("useBy").asString())
        .as("a guess moves along")
        .isEqualTo(useBy.plusDays(1).toString());
    assertThat(receipt.now().get("merchant").asString()).isEqualTo("Mill Lane");
    assertThat(receipt.now().get("arithmetic").get("difference").decimalValue())
        .isEqualByComparingTo("-0.22");

    var cleared =
        ok(receipt.correct("{\"merchant\": null, \"purchasedOn\": null, \"total\": null}"));
    assertThat(cleared.get("merchant").isNull()).isTrue();
    assertThat(cleared.get("purchasedOn").isNull()).isTrue();
    assertThat(cleared.get("total").isNull()).isTrue();
  }

  @RepeatedTest(3)
  void ofTwoWhoWriteAtOnceNeitherLosesAnything() throws Exception {
    var answers =
        atOnce(
            () -> receipt.correct(1, "{\"quantity\": 7}"),
            () -> receipt.correct(1, "{\"unit\": \"g\"}"),
            () -> receipt.correct(1, "{\"discount\": -0.30}"),
            () -> receipt.correct("{\"merchant\": \"Mill Lane\"}"),
            () -> receipt.correct("{\"total\": 9.99}"),
            () -> receipt.add("{\"description\": \"Salt\"}"),
            () -> receipt.add("{\"description\": \"Rice\"}"));

    assertThat(answers).allMatch(answer -> answer.getStatusCode().is2xxSuccessful());
    assertThat(receipt.line(1).get("quantity").decimalValue()).isEqualByComparingTo("7");
    assertThat(receipt.line(1).get("unit").asString()).isEqualTo("g");
    assertThat(receipt.line(1).get("discount").decimalValue()).isEqualByComparingTo("-0.30");
    assertThat(receipt.now().get("merchant").asString()).isEqualTo("Mill Lane");
    assertThat(receipt.now().get("total").decimalValue()).isEqualByComparingTo("9.99");
    assertThat(List.of(receipt.line(3), receipt.line(4)))
        .extracting(added -> added.get("description").asString())
        .containsExactlyInAnyOrder("Salt", "Rice");
  }

  @RepeatedTest(2)
  void oneKeyMakesOneLineHoweverOftenItIsSent() throws Exception {
    var salt = "{\"description\": \"Salt\", \"lineTotal\": 0.49}";
    var split = "{\"description\": \"Figs\", \"quantity\": 1, \"lineTotal\": 0.60}";
    var add = receipt.path() + "/lines";

    var answers =
        atOnce(
            () -> kitchen.postOnce(add, "first", salt),
            () -> kitchen.postOnce(add, "first", salt),
            () -> kitchen.postOnce(add + "/2/split", "second", split),
            () -> kitchen.postOnce(add + "/2/split", "second", split));

    assertThat(answers).allMatch(answer -> answer.getStatusCode().value() == 201);
    assertThat(body(answers.get(1))).isEqualTo(body(answers.get(0)));
    assertThat(body(answers.get(3)).get("lineNo")).isEqualTo(body(answers.get(2)).get("lineNo"));
    assertThat(receipt.now().get("lines").findValuesAsString("description"))
        .containsExactlyInAnyOrder("Butter 250g", "Bananen", "Salt", "Figs");
    assertThat(receipt.line(2).get("lineTotal").decimalValue()).isEqualByComparingTo("1.19");
    ok(kitchen.postOnce(add, "third", salt));
    receipt.accept();
    assertThat(ok(kitchen.postOnce(add, "first", salt)).get("lineNo"))
        .as("asked again too late to add anything")
        .isEqualTo(body(answers.get(0)).get("lineNo"));
    assertThat(receipt.now().get("lines").size()).isEqualTo(5);
  }

  @Test
  void whatAProgramCorrectsIsLearnedAtAcceptance() {
    receipt = received("SPEISEKART. FESTK. 2.79");
    ok(receipt.correct(1, "{\"description\": \"Potatoes\", \"quantity\": 2.5, \"unit\": \"kg\"}"));
    receipt.accept();

    receipt = received("SPEISEKART. FESTK. 2.99");

    assertThat(receipt.line(1).get("description").asString()).isEqualTo("Potatoes");
    assertThat(receipt.line(1).get("matchSource").asString()).isEqualTo("remembered");
    assertThat(receipt.line(1).get("unit").asString()).isEqualTo("kg");
    assertThat(receipt.line(1).get("quantity").decimalValue()).isEqualByComparingTo("2.5");
  }

  @Test
  void whatIsRememberedDoesNotOverrideWhatSomebodyWrites() {
    var before = received("OAT DRINK 1.99");
    ok(before.correct(1, "{\"quantity\": 6, \"unit\": \"carton\", \"stocked\": false}"));
    before.accept();
    var receipt = received("BREAD 2.00");

    var added =
        ok(
            receipt.add(
                "{\"description\": \"OAT DRINK\", \"quantity\": 3, \"unit\": \"l\","
                    + " \"stocked\": true, \"lineTotal\": 5.97}"));

    assertThat(added.get("description").asString()).isEqualToIgnoringCase("oat drink");
    assertThat(added.get("quantity").decimalValue()).isEqualByComparingTo("3");
    assertThat(added.get("unit").asString()).isEqualTo("l");
    assertThat(added.get("stocked").asBoolean()).isTrue();
    assertThat(receipt.line(2)).isEqualTo(added);
  }

  @Test
  void thePublishedDescriptionSaysWhatLeavingOutMeans() {
    var paths = body(kitchen.get("/api/v1/openapi")).get("paths");
    var line = paths.get("/api/v1/receipts/{id}/lines/{lineNo}").get("patch");
    var header = paths.get("/api/v1/receipts/{id}").get("patch");
    var added = paths.get("/api/v1/receipts/{id}/lines").get("post");

    assertThat(line.get("description").asString()).contains("null clears the category");
    assertThat(header.get("description").asString()).contains("null says that it is not known");
    assertThat(added.get("description").asString()).contains("Under the next number");
    var said =
        body(kitchen.get("/api/v1/openapi")).get("components").get("schemas").get("LineSaid");
    assertThat(said.get("properties").propertyNames())
        .contains("itemId", "description", "quantity", "categoryId", "useBy");
    assertThat(said.get("properties").get("useBy").get("format").asString()).isEqualTo("date");
  }

  @SafeVarargs
  private static List<ResponseEntity<JsonNode>> atOnce(Supplier<ResponseEntity<JsonNode>>... deeds)
      throws Exception {
    var begin = new CountDownLatch(1);
    var running = new ArrayList<Future<ResponseEntity<JsonNode>>>();
    var answers = new ArrayList<ResponseEntity<JsonNode>>();
    try (var threads = Executors.newFixedThreadPool(deeds.length)) {
      for (var deed : deeds) {
        running.add(
            threads.submit(() -> {
              begin.await();
              return deed.get();
            }));
      }
      begin.countDown();
      for (var each : running) {
        answers.add(each.get());
      }
    }
    return answers;
  }

  private RestReceipt received(String... printed) {
    return RestReceipt.ready(read, kitchen, printed);
  }

  private JsonNode items(String letters) {
    return body(kitchen.get("/api/v1/inventory/items?query=" + letters)).get("items");
  }

  private String firstId(String path) {
    return body(kitchen.get(path)).get("items").get(0).get("id").asString();
  }

  private static JsonNode without(String field, JsonNode line) {
    return ((ObjectNode) line.deepCopy()).without(field);
  }
}
