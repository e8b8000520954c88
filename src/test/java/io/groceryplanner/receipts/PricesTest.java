package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Accepting a receipt keeps what was paid. */
@IntegrationTest
class PricesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired TransactionTemplate transaction;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired Prices prices;
  @Autowired Spending spending;
  @Autowired Items items;

  private RestHousehold rest;
  private HouseholdId household;
  private ReadReceipts read;

  @BeforeEach
  void signUp() {
    StandInAi.get().beBusy();
    rest = RestHousehold.signUp(port);
    household = new HouseholdId(rest.id());
    read = new ReadReceipts(receipts, progress, transaction);
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @ParameterizedTest
  @CsvSource({
    "BUTTER 250G, 0.25, kg",
    "'MINERALW. CLASSIC 1,5L', 1.5, l",
    "LIMO 6x0.5L, 3, l",
    "BIO EIER 10ER, 10, piece",
    "FR EGGS MED X12, 12, piece",
    "UNSLTD BUTTER 1LB, 0.45359237, kg"
  })
  void aNameTellsWhatAPackHolds(String name, BigDecimal quantity, String per) {
    var pack = PackSize.in(name).orElseThrow();

    assertThat(pack.quantity()).isEqualByComparingTo(quantity);
    assertThat(pack.per()).isEqualTo(per);
  }

  @ParameterizedTest
  @CsvSource({"GRND BEEF 85/15", "'H-MILCH 1,5%'", "SPAGHETTI NR.5", "BANANEN", "DARK CHOC 70%"})
  void aNumberThatIsNoSizeIsNone(String name) {
    assertThat(PackSize.in(name)).isEmpty();
  }

  @Test
  void aPriceIsKeptOnceAndComparable() {
    var id = accepted("Lindenhof", DAY, "BUTTER 250G 1.99", "BANANEN 1.79");
    review.accept(household, id, new UserId(UUID.randomUUID()));

    var paid = prices.list(household, item("Butter 250g"), null, 10).items();

    assertThat(paid).hasSize(1);
    assertThat(paid.getFirst().unitPrice()).isEqualByComparingTo("7.96");
    assertThat(paid.getFirst().per()).isEqualTo("kg");
    assertThat(paid.getFirst().shop().orElseThrow().name()).isEqualTo("Lindenhof");
    assertThat(prices.list(household, item("Bananen"), null, 10).items().getFirst().per())
        .isEqualTo("piece");
  }

  @Test
  void whatIsWeighedCostsByTheKilogram() {
    var lines =
        List.of(
            ReadReceipts.line(
                1,
                "GALA APPLES",
                new BigDecimal("2.00"),
                "lb",
                new BigDecimal("1.79"),
                new BigDecimal("3.58")));
    accept(read.ready(household, ReadReceipts.extraction("Green Basket", DAY, "USD", lines)));

    var paid = prices.list(household, item("Gala Apples"), null, 10).items().getFirst();

    assertThat(paid.per()).isEqualTo("kg");
    assertThat(paid.unitPrice()).isEqualByComparingTo("3.9463");
    assertThat(paid.paid().currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void theHistoryGoesOnWhereASliceEnded() {
    for (int visit = 0; visit < 5; visit++) {
      accepted("Lindenhof", DAY.plusDays(visit), "BANANEN 1.7" + visit);
    }
    var path = "/api/v1/inventory/items/" + item("Bananen") + "/prices?limit=2";

    var first = body(rest.get(path));
    var second = body(rest.get(path + "&cursor=" + first.get("nextCursor").asString()));
    var third = body(rest.get(path + "&cursor=" + second.get("nextCursor").asString()));

    assertThat(amounts(first)).containsExactly("1.74", "1.73");
    assertThat(amounts(second)).containsExactly("1.72", "1.71");
    assertThat(amounts(third)).containsExactly("1.70");
    assertThat(third.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void theCheapestShopIsNamed() {
    accepted("Lindenhof", DAY, "BANANEN 1.79");
    accepted("Sonnental", DAY.plusDays(3), "BANANEN 1.29");
    accepted("Lindenhof", DAY.plusDays(9), "BANANEN 1.99");

    var cheapest = prices.cheapest(household, item("Bananen"), DAY.minusYears(1));

    assertThat(cheapest).hasSize(1);
    assertThat(cheapest.getFirst().shop().orElseThrow().name()).isEqualTo("Sonnental");
    assertThat(prices.cheapest(household, item("Bananen"), DAY.plusDays(5)).getFirst().unitPrice())
        .isEqualByComparingTo("1.99");
  }

  @Test
  void aPackThatHoldsLessIsNoticed() {
    accepted("Lindenhof", DAY, "CHIPS PAPRIKA 200G 1.99");
    accepted("Lindenhof", DAY.plusDays(7), "CHIPS PAPRIKA 200G 1.99");
    accepted("Lindenhof", DAY.plusDays(14), "CHIPS PAPRIKA 175G 1.99");

    var changes = prices.packChanges(household, item("Chips Paprika 200g"));

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().before()).isEqualByComparingTo("0.2");
    assertThat(changes.getFirst().now()).isEqualByComparingTo("0.175");
    assertThat(changes.getFirst().day()).isEqualTo(DAY.plusDays(14));
  }

  @Test
  void spendingIsSummedByCategoryAndShopAndNeverAcrossCurrencies() {
    accepted("Lindenhof", DAY, "BUTTER 1.99", "BANANEN 1.79");
    accepted("Sonnental", DAY.plusDays(1), "BUTTER 3.10");
    accepted("Lindenhof", DAY.plusMonths(2), "BUTTER 9.99");
    accept(
        read.ready(
            household,
            ReadReceipts.extraction(
                "Mill Lane", DAY, "GBP", ReadReceipts.lines("SALTED BUTTER 1.50"))));
    read.ready(
        household,
        ReadReceipts.extraction("Lindenhof", DAY, "EUR", ReadReceipts.lines("BUTTER 99.00")));

    var byCategory = spending.byCategory(household, DAY, DAY.plusMonths(1));
    var byShop = spending.byShop(household, DAY, DAY.plusMonths(1));

    assertThat(byCategory)
        .extracting(sum ->
            sum.name().orElse("") + " " + sum.spent().amount() + " " + sum.spent().currency())
        .containsExactly(
            "Dairy & eggs 5.09 EUR", "Fruit & vegetables 1.79 EUR", "Dairy & eggs 1.50 GBP");
    assertThat(byShop)
        .extracting(sum ->
            sum.name().orElse("") + " " + sum.spent().amount() + " " + sum.spent().currency())
        .containsExactly("Lindenhof 3.78 EUR", "Sonnental 3.10 EUR", "Mill Lane 1.50 GBP");
    var overRest = body(rest.get("/api/v1/spending?from=2026-03-01&to=2026-03-31&by=shop"));
    assertThat(overRest.at("/items/0/name").asString()).isEqualTo("Lindenhof");
    assertThat(overRest.at("/items/0/amount").decimalValue()).isEqualByComparingTo("3.78");
    assertThat(overRest.at("/items/0/currency").asString()).isEqualTo("EUR");
  }

  @Test
  void questionsThatCannotBeAnsweredAreRefusedWithASentence() {
    var backwards = rest.get("/api/v1/spending?from=2026-03-31&to=2026-03-01");
    var strange = rest.get("/api/v1/spending?from=2026-03-01&to=2026-03-31&by=colour");
    var unknown = rest.get("/api/v1/inventory/items/" + UUID.randomUUID() + "/prices");

    assertThat(backwards.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(body(backwards).get("code").asString()).isEqualTo("bad_range");
    assertThat(strange.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(body(unknown).get("detail").asString()).endsWith(".");
  }

  @Test
  void anotherHouseholdSeesNoPriceAndNoSpending() {
    accepted("Lindenhof", DAY, "BANANEN 1.79");
    var theirs = RestHousehold.signUp(port);

    assertThat(theirs.get("/api/v1/inventory/items/" + item("Bananen") + "/prices").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(body(theirs.get("/api/v1/spending?from=2026-01-01&to=2026-12-31")).get("items"))
        .isEmpty();
  }

  private ReceiptId accepted(String shop, LocalDate day, String... printed) {
    var id =
        read.ready(
            household, ReadReceipts.extraction(shop, day, "EUR", ReadReceipts.lines(printed)));
    accept(id);
    return id;
  }

  private void accept(ReceiptId id) {
    assertThat(review.accept(household, id, new UserId(UUID.randomUUID())))
        .isInstanceOf(ReceiptReview.AcceptResult.Accepted.class);
  }

  private ItemId item(String name) {
    var found = items.findAll(household, List.of(new ItemName(name)));
    assertThat(found).as(name).hasSize(1);
    return found.values().iterator().next().id();
  }

  private static List<String> amounts(JsonNode history) {
    return StreamSupport.stream(history.get("items").spliterator(), false)
        .map(paid -> paid.get("amount").decimalValue().setScale(2).toPlainString())
        .toList();
  }

  private static JsonNode body(org.springframework.http.ResponseEntity<JsonNode> answer) {
    var body = answer.getBody();
    if (body == null) {
      throw new AssertionError("No body: " + answer);
    }
    return body;
  }
}
