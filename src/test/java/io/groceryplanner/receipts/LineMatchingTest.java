package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.ItemVectors;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.inventory.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A line finds the item it is, and the shop's words are remembered. */
@IntegrationTest
class LineMatchingTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String SHOP = "Frischemarkt Lindenhof";

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired LineSorting sorting;
  @Autowired TransactionTemplate transaction;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired LineMatching matching;
  @Autowired Items items;
  @Autowired Stock stock;
  @Autowired Categories categories;
  @Autowired StorageLocations locations;

  private RestHousehold rest;
  private HouseholdId household;
  private ReadReceipts read;

  @BeforeEach
  void signUp() {
    // Nothing in the background sorts lines meanwhile.
    StandInAi.get().beBusy();
    rest = RestHousehold.signUp(port);
    household = new HouseholdId(rest.id());
    read = new ReadReceipts(receipts, progress, transaction);
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void withoutTheAiALineHasACategoryAPlaceAndADayAtOnce() {
    var line = lines(received(SHOP, "BIO WEIDEMILCH 3,8 1.49")).getFirst();

    assertThat(category(line)).contains("Dairy & eggs");
    assertThat(line.categorySource()).contains(CategorySource.CATALOGUE);
    assertThat(zone(line)).contains(Zone.FRIDGE);
    assertThat(line.useBy()).isPresent();
    assertThat(line.useBy().get()).isAfter(DAY);
  }

  @Test
  void aThingIsKeptWhereItIsUsuallyKeptNotWhereItsCategoryIs() {
    var lines = lines(received(SHOP, "BANANEN 1.79", "KOPFSALAT 0.99", "TK BLATTSPINAT 1.69"));

    assertThat(lines)
        .extracting(line -> zone(line).orElseThrow())
        .containsExactly(Zone.PANTRY, Zone.FRIDGE, Zone.FREEZER);
  }

  @Test
  void whatKeepsForYearsNeedsNoDay() {
    var lines = lines(received(SHOP, "KUECHENROLLE 2.95", "SALZ 0.39"));

    assertThat(lines).allSatisfy(line -> assertThat(line.useBy()).isEmpty());
    assertThat(lines).allSatisfy(line -> assertThat(line.category()).isPresent());
  }

  @Test
  void theSameWordsShortenedAndTurnedAreTheSameItem() {
    has("Organic whole milk", "Äpfel Elstar", "Chicken breast");

    var lines =
        lines(
            received(
                SHOP, "ORG WHL MLK 1GL 6.49", "ELSTAR ÄPFEL 2.49", "CHICKEN BREASTS 500G 3.99"));

    assertThat(lines)
        .extracting(ReceiptLine::matchSource)
        .containsOnly(Optional.of(MatchSource.NORMALISED));
    assertThat(lines)
        .extracting(ReceiptLine::description)
        .containsExactly("Organic whole milk", "Äpfel Elstar", "Chicken breast");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.matchConfidence().orElseThrow()).isGreaterThan(0.8));
  }

  @Test
  void aMisreadLetterIsForgivenAndAnotherThingIsNot() {
    has("Rispentomaten", "Salted butter", "H-Milch 1,5%");

    var lines =
        lines(received(SHOP, "RISPENTDMATEN 2.99", "UNSALTED BUTTER 1.99", "H-MILCH 3,5% 1.09"));

    assertThat(lines.getFirst().matchSource()).contains(MatchSource.SIMILAR);
    assertThat(lines.getFirst().description()).isEqualTo("Rispentomaten");
    assertThat(lines.get(1).item()).isEmpty();
    assertThat(lines.get(2).item()).as("another fat is another milk").isEmpty();
  }

  @Test
  void whatIsNearIsOfferedAndAtMostFive() {
    has(
        "Salted butter",
        "Butter",
        "Peanut butter",
        "Butter biscuits",
        "Butter lettuce",
        "Butter beans",
        "Body butter");
    var id = received(SHOP, "UNSALTED BUTTER 1.99");

    var offered = Objects.requireNonNull(matching.alternatives(household, id).byLine().get(1));

    assertThat(offered).hasSizeBetween(2, LineMatching.MOST_ALTERNATIVES);
    assertThat(offered).extracting(each -> each.item().name()).contains("Salted butter", "Butter");
    assertThat(offered).allSatisfy(each -> assertThat(each.confidence()).isLessThan(0.5));
    var overRest =
        Objects.requireNonNull(rest.get("/api/v1/receipts/" + id + "/alternatives").getBody());
    assertThat(overRest.at("/items/0/lineNo").asInt()).isEqualTo(1);
    assertThat(overRest.at("/items/0/alternatives").size()).isEqualTo(offered.size());
  }

  @Test
  void otherWordsForTheSameThingAreOffered() {
    has("Bananen");
    var id = received("Mill Lane", "BANANAS 0.90");

    assertThat(lines(id).getFirst().item()).isEmpty();
    var offered =
        Objects.requireNonNull(matching.alternatives(household, id).byLine().get(1)).getFirst();
    assertThat(offered.item().name()).isEqualTo("Bananen");
    assertThat(offered.source()).isEqualTo(MatchSource.MEANING);
  }

  @Test
  void whatIsNearInMeaningIsOfferedOnceTheModelIsThere(@Autowired ItemVectors vectors) {
    has("Fizzy lemonade", "Mineral water");
    var drinks = category("Drinks");
    for (var item : items.search(household, "", null, 10).items()) {
      items.remember(household, item.id(), drinks, null);
    }
    var id = received(SHOP, "COLA 2L 2.29");
    assertThat(matching.alternatives(household, id).comparedByMeaning()).isFalse();
    var kept = new HashMap<ItemId, List<Float>>();
    for (var item : vectors.listUnembedded(household, 10)) {
      kept.put(
          item.item(), item.text().contains("lemonade") ? List.of(0.6f, 0.8f) : List.of(1f, 0f));
    }
    vectors.keep(household, "a model", kept);
    assertThat(vectors.listUnembedded(household, 10)).isEmpty();

    sorting.offer(household, id, "a model", Map.of(1, List.of(0f, 1f)));

    var offered = matching.alternatives(household, id);
    assertThat(offered.comparedByMeaning()).isTrue();
    assertThat(offered.byLine().get(1))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.item().name()).isEqualTo("Fizzy lemonade");
          assertThat(each.source()).isEqualTo(MatchSource.MEANING);
          assertThat(each.confidence()).isCloseTo(0.8, within(0.001));
        });
    assertThat(lines(id).getFirst().item()).as("offered, not taken").isEmpty();
    sorting.offer(household, id, "another model", Map.of(1, List.of(1f, 0f)));
    assertThat(matching.alternatives(household, id).byLine().get(1))
        .as("vectors of two models are never compared")
        .hasSize(1);
  }

  @Test
  void whatATillShortensIsWrittenOut() {
    var lines = lines(received(SHOP, "GRK YGRT PLN 32OZ 5.29", "GEH. TOMATEN 400G 0.79"));

    assertThat(lines)
        .extracting(ReceiptLine::description)
        .containsExactly("Greek yogurt plain 32oz", "Gehackte Tomaten 400g");
    assertThat(lines)
        .extracting(ReceiptLine::rawText)
        .containsExactly("GRK YGRT PLN 32OZ", "GEH. TOMATEN 400G");
  }

  @Test
  void twoItemsThatFitEquallyAreLeftToThePerson() {
    has("H-Milch 1,5%", "H-Milch 3,5%");

    var id = received(SHOP, "H-MILCH 0.99");

    assertThat(lines(id).getFirst().item()).isEmpty();
    assertThat(matching.alternatives(household, id).byLine().get(1)).hasSize(2);
  }

  @Test
  void whatAPersonSaidOnceIsKnownAtTheNextVisitThoughReadALittleWrong() {
    var first = received(SHOP, "SPEISEKART. FESTK. 2.79");
    correct(first, 1, line -> named(line, "Potatoes"));
    accept(first);

    var again = lines(received("FRISCHEMARKT LINDENH0F", "SPEISEKART. FESTK. 2.89")).getFirst();
    var misread = lines(received(SHOP, "SPEISEKARI. FE5TK 2.89")).getFirst();
    var elsewhere = lines(received("Mill Lane", "SPEISEKART. FESTK. 2.89")).getFirst();

    assertThat(again.description()).isEqualTo("Potatoes");
    assertThat(again.matchSource()).contains(MatchSource.REMEMBERED);
    assertThat(again.item()).isPresent();
    assertThat(misread.description()).isEqualTo("Potatoes");
    assertThat(misread.matchConfidence().orElseThrow())
        .isLessThan(again.matchConfidence().orElseThrow());
    assertThat(elsewhere.description()).isNotEqualTo("Potatoes");
  }

  @Test
  void anotherSizeIsNotTakenForAMisreadOne() {
    var first = received(SHOP, "KRÄUTERBUTTER 125 1.99");
    correct(first, 1, line -> named(line, "Small herb butter"));
    accept(first);

    var other = lines(received(SHOP, "KRÄUTERBUTTER 725 5.99")).getFirst();

    assertThat(other.description()).isNotEqualTo("Small herb butter");
  }

  @Test
  void whatIsNeverPutAwayIsRememberedAsSuchAndACorrectionOverrides() {
    var first = received(SHOP, "KÖRNERBRÖTCHEN 0.45");
    correct(first, 1, line -> stocked(line, false));
    accept(first);

    var second = received(SHOP, "KÖRNERBRÖTCHEN 0.45");
    var remembered = lines(second).getFirst();
    assertThat(remembered.stocked()).isFalse();
    assertThat(remembered.matchSource()).contains(MatchSource.REMEMBERED);
    assertThat(stock.count(household)).isZero();

    correct(second, 1, line -> stocked(line, true));
    accept(second);
    assertThat(lines(received(SHOP, "KÖRNERBRÖTCHEN 0.45")).getFirst().stocked()).isTrue();
    assertThat(stock.count(household)).isEqualTo(1);
  }

  @Test
  void howAThingIsCountedIsRemembered() {
    var first = received(SHOP, "BIO EIER 10ER 3.29");
    correct(first, 1, line -> counted(line, "10", "egg"));
    accept(first);

    var next =
        lines(
                read.ready(
                    household,
                    ReadReceipts.extraction(
                        SHOP,
                        DAY,
                        "EUR",
                        List.of(
                            ReadReceipts.line(
                                1,
                                "BIO EIER 10ER",
                                new BigDecimal("2"),
                                null,
                                new BigDecimal("3.29"),
                                new BigDecimal("6.58"))))))
            .getFirst();

    assertThat(next.quantity()).isEqualByComparingTo("20");
    assertThat(next.unit()).isEqualTo("egg");
  }

  @Test
  void aQuantityThatWasMisreadIsNoLesson() {
    var first = received(SHOP, "BUTTER 1.99");
    correct(first, 1, line -> counted(line, "3", "piece"));
    accept(first);

    assertThat(lines(received(SHOP, "BUTTER 1.99")).getFirst().quantity())
        .isEqualByComparingTo("1");
  }

  @Test
  void placeAndShelfLifeAreAsLastTime() {
    var cellar =
        locations.list(household).stream()
            .filter(place -> place.zone() == Zone.CELLAR)
            .findFirst()
            .orElseThrow();
    var first = received(SHOP, "ÄPFEL ELSTAR 2.49");
    correct(first, 1, line -> kept(line, cellar, DAY.plusDays(60)));
    accept(first);

    var next = lines(received(SHOP, "ÄPFEL ELSTAR 2.49")).getFirst();

    assertThat(next.location()).contains(cellar.id());
    assertThat(next.useBy()).contains(DAY.plusDays(60));
  }

  @Test
  void aDayThatIsPutRightMovesHowLongThingsKeepButNotWhatAPersonSaid() {
    var id = received(SHOP, "BUTTER 1.99", "ÄPFEL ELSTAR 2.49");
    var guessed = lines(id).getFirst().useBy().orElseThrow();
    var fridge = locations.list(household).getFirst();
    correct(id, 2, line -> kept(line, fridge, DAY.plusDays(60)));

    bought(id, DAY.plusDays(10));

    assertThat(lines(id))
        .extracting(line -> line.useBy().orElseThrow())
        .containsExactly(guessed.plusDays(10), DAY.plusDays(60));
  }

  @Test
  void aDayThatNobodyCouldReadBringsHowLongThingsKeepOnceItIsSaid() {
    var printed = ReadReceipts.lines("BUTTER 1.99");
    var id = read.ready(household, ReadReceipts.extraction(SHOP, null, "EUR", printed));
    assertThat(lines(id).getFirst().useBy()).isEmpty();

    bought(id, DAY);

    assertThat(lines(id).getFirst().useBy().orElseThrow()).isAfter(DAY);
  }

  private void bought(ReceiptId id, LocalDate day) {
    var read = receipts.find(household, id).orElseThrow().summary();
    var said =
        new ReceiptHeader(read.merchant(), Optional.of(day), read.total().map(Money::amount));
    assertThat(review.correct(household, id, said))
        .isInstanceOf(ReceiptReview.HeaderResult.Corrected.class);
  }

  @Test
  void aForgottenReceiptHasTaughtNothing(@Autowired ShopMemory memory) {
    var first = received(SHOP, "SPEISEKART. FESTK. 2.79");
    correct(first, 1, line -> named(line, "Potatoes"));
    accept(first);

    memory.forget(household, first);

    assertThat(lines(received(SHOP, "SPEISEKART. FESTK. 2.79")).getFirst().matchSource())
        .isNotEqualTo(Optional.of(MatchSource.REMEMBERED));
  }

  private ReceiptId received(String shop, String... printed) {
    return read.ready(
        household, ReadReceipts.extraction(shop, DAY, "EUR", ReadReceipts.lines(printed)));
  }

  private List<ReceiptLine> lines(ReceiptId id) {
    return receipts.find(household, id).orElseThrow().lines();
  }

  private void has(String... names) {
    for (var name : names) {
      items.named(household, new ItemName(name));
    }
  }

  private void correct(ReceiptId id, int lineNo, UnaryOperator<LineCorrection> change) {
    var said = change.apply(LineCorrection.of(lines(id).get(lineNo - 1)));
    assertThat(review.correct(household, id, lineNo, said))
        .isInstanceOf(ReceiptReview.CorrectResult.Corrected.class);
  }

  private void accept(ReceiptId id) {
    assertThat(review.accept(household, id, new UserId(UUID.randomUUID())))
        .isInstanceOf(ReceiptReview.AcceptResult.Accepted.class);
  }

  private CategoryId category(String name) {
    return categories.list(household).stream()
        .filter(found -> found.name().equals(name))
        .map(Category::id)
        .findFirst()
        .orElseThrow();
  }

  private Optional<String> category(ReceiptLine line) {
    return categories.list(household).stream()
        .filter(found -> line.category().equals(Optional.of(found.id())))
        .map(Category::name)
        .findFirst();
  }

  private Optional<Zone> zone(ReceiptLine line) {
    return locations.list(household).stream()
        .filter(found -> line.location().equals(Optional.of(found.id())))
        .map(StorageLocation::zone)
        .findFirst();
  }

  private static LineCorrection named(LineCorrection line, String name) {
    return new LineCorrection(
        name,
        line.quantity(),
        line.unit(),
        line.lineTotal(),
        line.discount(),
        line.stocked(),
        line.category(),
        line.location(),
        line.useBy());
  }

  private static LineCorrection stocked(LineCorrection line, boolean stocked) {
    return new LineCorrection(
        line.description(),
        line.quantity(),
        line.unit(),
        line.lineTotal(),
        line.discount(),
        stocked,
        line.category(),
        line.location(),
        line.useBy());
  }

  private static LineCorrection counted(LineCorrection line, String quantity, String unit) {
    return new LineCorrection(
        line.description(),
        new BigDecimal(quantity),
        unit,
        line.lineTotal(),
        line.discount(),
        line.stocked(),
        line.category(),
        line.location(),
        line.useBy());
  }

  private static LineCorrection kept(LineCorrection line, StorageLocation place, LocalDate useBy) {
    return new LineCorrection(
        line.description(),
        line.quantity(),
        line.unit(),
        line.lineTotal(),
        line.discount(),
        line.stocked(),
        line.category(),
        Optional.of(place.id()),
        Optional.of(useBy));
  }
}
