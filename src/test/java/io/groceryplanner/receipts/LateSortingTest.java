package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.ai.Categorization;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The AI may come back after a receipt was accepted; the pantry is sorted all the same. */
@IntegrationTest
class LateSortingTest {

  @LocalServerPort int port;
  @Autowired Receipts receipts;
  @Autowired ReceiptProgress progress;
  @Autowired LineSorting sorting;
  @Autowired TransactionTemplate transaction;
  @Autowired Categories categories;
  @Autowired Stock stock;

  @BeforeEach
  void aiIsAway() {
    StandInAi.get().beBusy();
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void whatIsSortedAfterAcceptingFindsItsCategoryAndPlace() {
    var rest = RestHousehold.signUp(port);
    var household = new HouseholdId(rest.id());
    var receipt = ready(household);
    rest.post("/api/v1/receipts/" + receipt + "/accept");
    var unsorted = sorting.listUnsorted(household, receipt);
    var dairy =
        categories.list(household).stream()
            .filter(found -> found.starter().equals(Optional.of(StarterCategory.DAIRY_EGGS)))
            .findFirst()
            .orElseThrow();

    sorting.sort(
        household,
        receipt,
        unsorted.stream()
            .map(item ->
                new Categorization.Prediction(
                    item.id(), dairy.name(), 0.9, "high", Map.of(dairy.name(), 0.9)))
            .toList());

    assertThat(unsorted).hasSize(2);
    var names = unsorted.stream().map(Categorization.Item::name).toList();
    var entries =
        stock.list(household, "", null, 200).items().stream()
            .filter(entry -> names.contains(entry.itemName()))
            .toList();
    assertThat(entries).hasSize(2);
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
    var receipt = ready(household);
    var unsorted = sorting.listUnsorted(household, receipt);

    sorting.sort(
        household,
        receipt,
        List.of(
            new Categorization.Prediction(
                unsorted.getFirst().id(), "Bakery", 0.3, "low", Map.of())));

    assertThat(sorting.listUnsorted(household, receipt)).isEqualTo(unsorted);
  }

  /** Things that no catalogue knows, so that only the AI can sort them. */
  private ReceiptId ready(HouseholdId household) {
    return new ReadReceipts(receipts, progress, transaction)
        .ready(
            household,
            ReadReceipts.extraction(
                "Frischemarkt Lindenhof",
                LocalDate.of(2026, 3, 2),
                "EUR",
                ReadReceipts.lines("FLUMBERGOBBLE 1.99", "QUIXLET 2.49")));
  }
}
