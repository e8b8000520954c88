package io.groceryplanner.inventory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.FilterChips;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Delivery;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StorageLocations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
class PantryViewTest {

  @Autowired ApplicationContext context;
  @Autowired Stock stock;
  @Autowired Categories categories;
  @Autowired StorageLocations locations;

  private final String email = Screens.newEmail();
  private HouseholdId household = HouseholdId.create();

  @BeforeEach
  void foundAHousehold() {
    household = Screens.found(context, email).household();
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
  }

  @Test
  void anEmptyPantrySaysWhatToDoNext() {
    open("pantry");

    assertThat(text(_get(EmptyState.class)))
        .contains("The shelves are empty", "Photograph a receipt");
    _assertNone(TextField.class);
    _assertNone(StockRow.class);
  }

  @Test
  void anEntryShowsItsPlaceCategoryAmountAndPrice() {
    putAway(household, "Fresh milk", "Fridge", "Dairy & eggs", "2.500", "l", "2.83");

    open("pantry");

    assertThat(text(_get(StockGroup.class))).contains("Fridge", "1 · €2.83");
    assertThat(text(_get(StockRow.class)))
        .contains("Fresh milk", "Dairy & eggs", "2.5\u00a0l", "€2.83");
  }

  @Test
  void onePieceIsAPieceAndMoreArePieces() {
    putAway(household, "Egg", "Fridge", "Dairy & eggs", "1.000", "piece", "0.30");
    putAway(household, "Tins", "Cupboard", "Canned", "12.000", "piece", "9.00");

    open("pantry");

    assertThat(_find(StockRow.class).stream().map(PantryViewTest::text))
        .anyMatch(row -> row.contains("1\u00a0piece€"))
        .anyMatch(row -> row.contains("12\u00a0pieces€"));
  }

  @Test
  void whatHasNoPlaceYetStandsLast() {
    stock.receive(household, List.of(delivery("Something unread", "", "", "1", "piece", "1.00")));
    putAway(household, "Household paper", "Household cupboard", "Household", "4", "piece", "2.95");

    open("pantry");

    assertThat(_find(StockGroup.class).stream().map(PantryViewTest::text).toList())
        .satisfiesExactly(
            first -> assertThat(first).contains("Household cupboard"),
            last -> assertThat(last).contains("No place yet", "Not sorted yet"));
  }

  @Test
  void theSearchFindsPartsOfNamesAndStandsInTheAddress() {
    putAway(household, "Fresh milk", "Fridge", "Dairy & eggs", "1", "l", "1.29");
    putAway(household, "Buttermilk", "Fridge", "Dairy & eggs", "1", "l", "0.99");
    putAway(household, "Basmati rice", "Cupboard", "Staples", "1", "kg", "2.89");
    open("pantry");

    _setValue(_get(TextField.class), "MILK");

    assertThat(rows()).hasSize(2).allMatch(row -> row.contains("ilk"));
    open("pantry?q=rice");
    assertThat(rows()).hasSize(1).allMatch(row -> row.contains("Basmati rice"));
    assertThat(_get(TextField.class).getValue()).isEqualTo("rice");
  }

  @Test
  void aSearchForSignsOfTheQueryLanguageFindsOnlyThem() {
    putAway(household, "Milk 3.8 %", "Fridge", "Dairy & eggs", "1", "l", "1.29");
    putAway(household, "Butter", "Fridge", "Dairy & eggs", "1", "piece", "1.99");

    open("pantry?q=%25");

    assertThat(rows()).hasSize(1).allMatch(row -> row.contains("Milk"));
  }

  @Test
  void aSearchWithoutResultCanBeTakenBack() {
    putAway(household, "Butter", "Fridge", "Dairy & eggs", "1", "piece", "1.99");
    open("pantry?q=topinambur");

    assertThat(text(_get(EmptyState.class))).contains("Nothing called “topinambur”");
    _click(_get(Button.class, spec -> spec.withText("Show everything")));

    assertThat(rows()).hasSize(1);
    assertThat(_get(TextField.class).getValue()).isEmpty();
  }

  @Test
  void oneLocationCanBeLookedAtAlone() {
    putAway(household, "Butter", "Fridge", "Dairy & eggs", "1", "piece", "1.99");
    putAway(household, "Peas", "Freezer", "Frozen", "1", "kg", "2.29");
    open("pantry?at=" + locationNamed(household, "Freezer").orElseThrow());

    assertThat(rows()).hasSize(1).allMatch(row -> row.contains("Peas"));
    assertThat(text(_get(FilterChips.class))).contains("All2", "Fridge1", "Freezer1");
  }

  @Test
  void aLongListIsReadPartByPart() {
    stock.receive(
        household,
        IntStream.range(0, 70)
            .mapToObj(i -> delivery("Jar " + i, "Cupboard", "Canned", "1", "piece", "1.00"))
            .toList());
    open("pantry");

    assertThat(rows()).hasSize(StockGroup.PAGE);
    _click(_get(Button.class, spec -> spec.withText("Show more (40)")));
    _click(_get(Button.class, spec -> spec.withText("Show more (10)")));

    assertThat(rows()).hasSize(70).doesNotHaveDuplicates();
    _assertNone(Button.class, spec -> spec.withText("Show more (0)"));
  }

  @Test
  void theEntriesOfAnotherHouseholdNeverShow() {
    var neighbours = Screens.found(context, Screens.newEmail()).household();
    putAway(neighbours, "Champagne", "Fridge", "Drinks", "6", "piece", "180.00");

    open("pantry?at=" + locationNamed(neighbours, "Fridge").orElseThrow());

    assertThat(text(_get(EmptyState.class))).contains("The shelves are empty");
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatSomebodyPutsAwayAppearsWithoutReloading() {
    open("pantry");

    putAway(household, "Fresh bread", "Cupboard", "Bakery", "1", "piece", "3.20");

    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          MockVaadin.clientRoundtrip();
          assertThat(rows()).hasSize(1).allMatch(row -> row.contains("Fresh bread"));
        });
  }

  @Test
  void theStartIsThePantry() {
    open("");

    _get(PantryView.class);
  }

  private void open(String path) {
    if (UI.getCurrent() == null) {
      Screens.openAs(context, email);
    }
    UI.getCurrent().navigate(path.isEmpty() ? "" : path.split("\\?")[0], query(path));
  }

  private static QueryParameters query(String path) {
    return path.contains("?")
        ? QueryParameters.fromString(path.split("\\?")[1])
        : QueryParameters.empty();
  }

  private void putAway(
      HouseholdId owner,
      String name,
      String location,
      String category,
      String quantity,
      String unit,
      String price) {
    stock.receive(
        owner, List.of(deliveryTo(owner, name, location, category, quantity, unit, price)));
  }

  private Delivery delivery(
      String name, String location, String category, String quantity, String unit, String price) {
    return deliveryTo(household, name, location, category, quantity, unit, price);
  }

  private Delivery deliveryTo(
      HouseholdId owner,
      String name,
      String location,
      String category,
      String quantity,
      String unit,
      String price) {
    return new Delivery(
        "test:" + UUID.randomUUID(),
        new ItemName(name),
        categories.list(owner).stream()
            .filter(found -> found.name().equals(category))
            .map(found -> found.id())
            .findAny(),
        locationNamed(owner, location),
        new BigDecimal(quantity),
        unit,
        Optional.of(Money.of(new BigDecimal(price), "EUR")),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<LocationId> locationNamed(HouseholdId owner, String name) {
    return locations.list(owner).stream()
        .filter(found -> found.name().equals(name))
        .map(found -> found.id())
        .findAny();
  }

  private static List<String> rows() {
    return _find(StockRow.class).stream().map(PantryViewTest::text).toList();
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }
}
