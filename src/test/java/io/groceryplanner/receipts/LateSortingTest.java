package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.ai.Categorization;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The AI may come back after a receipt was accepted; the pantry is sorted all the same. */
@IntegrationTest
class LateSortingTest {

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired Categories categories;
  @Autowired Stock stock;

  @Test
  void whatIsSortedAfterAcceptingFindsItsCategoryAndPlace() {
    var rest = RestHousehold.signUp(port);
    var household = new HouseholdId(rest.id());
    var id = ready(rest);
    rest.post("/api/v1/receipts/" + id + "/accept");
    var receipt = new ReceiptId(UUID.fromString(id));
    var unsorted = progress.listUnsorted(household, receipt);
    var dairy =
        categories.list(household).stream()
            .filter(found -> found.starter().equals(Optional.of(StarterCategory.DAIRY_EGGS)))
            .findFirst()
            .orElseThrow();

    progress.sort(
        household,
        receipt,
        unsorted.stream()
            .map(item ->
                new Categorization.Prediction(
                    item.id(), dairy.name(), 0.9, "high", Map.of(dairy.name(), 0.9)))
            .toList());

    assertThat(unsorted).as("the recording leaves something unsorted").isNotEmpty();
    var names = unsorted.stream().map(Categorization.Item::name).toList();
    var entries =
        stock.list(household, "", null, 200).items().stream()
            .filter(entry -> names.contains(entry.itemName()))
            // The step in the background may have sorted a line first.
            .filter(entry -> entry.category().map(Category::name).equals(Optional.of(dairy.name())))
            .toList();
    assertThat(entries).isNotEmpty();
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.category().map(Category::name)).contains(dairy.name());
          assertThat(entry.location().map(StorageLocation::zone)).contains(Zone.FRIDGE);
        });
  }

  @Test
  void anUnsureGuessLeavesTheLineUnsorted() {
    var rest = RestHousehold.signUp(port);
    var household = new HouseholdId(rest.id());
    var receipt = new ReceiptId(UUID.fromString(ready(rest)));
    var unsorted = progress.listUnsorted(household, receipt);

    progress.sort(
        household,
        receipt,
        List.of(
            new Categorization.Prediction(
                unsorted.getFirst().id(), "Bakery", 0.3, "low", Map.of())));

    assertThat(progress.listUnsorted(household, receipt)).isEqualTo(unsorted);
  }

  private static String ready(RestHousehold rest) {
    var content = RestHousehold.sample("receipts/lindenhof-creased.jpg");
    var id = body(rest.upload("r.jpg", content)).get("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            body(rest.get("/api/v1/receipts/" + id))
                .get("stage")
                .asString()
                .equals("ready_for_review"));
    return id;
  }

  private static JsonNode body(org.springframework.http.ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }
}
