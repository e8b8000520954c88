package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.base.HouseholdId;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** A receipt that another program looks over. */
record RestReceipt(RestHousehold household, String path) {

  /** Read already, and open for review. */
  static RestReceipt ready(ReadReceipts read, RestHousehold household, String... printed) {
    var id =
        read.ready(
            new HouseholdId(household.id()),
            ReadReceipts.extraction(
                "Lindenhof", LocalDate.of(2026, 3, 2), "EUR", ReadReceipts.lines(printed)));
    return new RestReceipt(household, "/api/v1/receipts/" + id);
  }

  /** The same receipt, as somebody else would reach for it. */
  RestReceipt of(RestHousehold other) {
    return new RestReceipt(other, path);
  }

  JsonNode now() {
    return body(household.get(path));
  }

  JsonNode line(int lineNo) {
    return now().get("lines").values().stream()
        .filter(line -> line.get("lineNo").asInt() == lineNo)
        .findFirst()
        .orElseThrow();
  }

  ResponseEntity<JsonNode> correct(String json) {
    return household.patch(path, json);
  }

  ResponseEntity<JsonNode> correct(int lineNo, String json) {
    return household.patch(path + "/lines/" + lineNo, json);
  }

  ResponseEntity<JsonNode> add(String json) {
    return household.post(path + "/lines", json);
  }

  void accept() {
    ok(household.post(path + "/accept"));
  }

  static JsonNode ok(ResponseEntity<JsonNode> answer) {
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(answer.toString()).isTrue();
    return body(answer);
  }

  static JsonNode body(ResponseEntity<JsonNode> answer) {
    return Objects.requireNonNull(answer.getBody());
  }
}
