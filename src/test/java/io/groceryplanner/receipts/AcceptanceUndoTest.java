package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.AcceptanceUndo.UndoResult;
import io.groceryplanner.receipts.ReceiptReview.AcceptResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An acceptance is taken back within a day, and what it made with it. */
@IntegrationTest
class AcceptanceUndoTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int DEVICES = 8;
  private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired TransactionTemplate transaction;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired AcceptanceUndo undo;
  @Autowired Prices prices;
  @Autowired Stock stock;
  @Autowired Items items;
  @Autowired JdbcClient jdbc;

  private RestHousehold rest;
  private HouseholdId household;
  private ReceiptId id;

  @BeforeEach
  void readAReceipt() {
    StandInAi.get().beBusy();
    rest = RestHousehold.signUp(port);
    household = new HouseholdId(rest.id());
    id = read();
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void takingBackLeavesNothingOfTheAcceptanceBehind() {
    accept();
    assertThat(undo.until(household, id)).isPresent();

    assertThat(undo.undo(household, id)).isEqualTo(new UndoResult.Undone(3, List.of()));

    assertThat(stage()).isEqualTo(Stage.READY_FOR_REVIEW);
    assertThat(stock.count(household)).isZero();
    assertThat(pricesOfButter()).isZero();
    assertThat(rows("shop_memory")).isZero();
    assertThat(undo.until(household, id)).isEmpty();
  }

  @Test
  void theShopsTextsMeanWhatTheyMeantBeforeInWhateverOrderAcceptancesAreTakenBack() {
    accept();
    var second = acceptedWithButterCalled("Half a pound");
    var third = acceptedWithButterCalled("Butter for baking");
    assertThat(remembered()).isEqualTo("Butter for baking");

    undo.undo(household, second);
    assertThat(remembered()).as("the latest that stands").isEqualTo("Butter for baking");
    undo.undo(household, third);

    assertThat(remembered())
        .as("not that of the second, which is taken back too")
        .isEqualTo("Butter 250g");
    undo.undo(household, id);
    assertThat(rows("shop_memory")).isZero();
  }

  @Test
  void whatNobodyCanTakeBackAnyMoreIsNotKeptTwice() {
    accept();
    acceptedWithButterCalled("Half a pound");
    var learned = rows("shop_memory");
    change(
        "update shop_memory set learned_at = learned_at - interval '2 days' where household_id = ?",
        household.value(),
        learned);

    acceptedWithButterCalled("Butter for baking");

    assertThat(rows("shop_memory")).isEqualTo(learned);
  }

  private ReceiptId acceptedWithButterCalled(String name) {
    var next = read();
    var line = receipts.find(household, next).orElseThrow().lines().getFirst();
    var said = LineCorrection.of(line);
    review.correct(
        household,
        next,
        line.lineNo(),
        new LineCorrection(
            name,
            said.quantity(),
            said.unit(),
            said.lineTotal(),
            said.discount(),
            said.stocked(),
            said.category(),
            said.location(),
            said.useBy()));
    review.accept(household, next, SOMEBODY);
    return next;
  }

  /** What the shop's text for butter means to a receipt that is read now. */
  private String remembered() {
    return receipts.find(household, read()).orElseThrow().lines().getFirst().description();
  }

  @Test
  void acceptedTakenBackAndAcceptedAgainIsAsAcceptedOnce() {
    accept();
    var learned = rows("shop_memory");
    undo.undo(household, id);
    undo.undo(household, id);
    accept();

    assertThat(stage()).isEqualTo(Stage.CONFIRMED);
    assertThat(stock.count(household)).isEqualTo(3);
    assertThat(pricesOfButter()).isOne();
    assertThat(rows("shop_memory")).isEqualTo(learned).isPositive();
  }

  @Test
  void whatWasUsedSinceIsNamedAndStaysOnce() {
    accept();
    var butter = stock.list(household, "butter", null, 1).items().getFirst();
    change("update stock_entry set quantity = 0.5 where id = ?", butter.id().value());

    var answer = rest.post("/api/v1/receipts/" + id + "/undo-accept");
    var again = rest.post("/api/v1/receipts/" + id + "/undo-accept");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
    var body = Objects.requireNonNull(answer.getBody());
    assertThat(body.get("takenBack").asInt()).isEqualTo(2);
    assertThat(body.at("/stayed/0").asString()).isEqualTo("Butter 250g");
    assertThat(body.at("/receipt/stage").asString()).isEqualTo("ready_for_review");
    assertThat(Objects.requireNonNull(again.getBody()).get("takenBack").asInt()).isZero();
    accept();
    assertThat(stock.count(household)).isEqualTo(3);
    assertThat(stock.list(household, "butter", null, 5).items())
        .singleElement()
        .satisfies(entry -> assertThat(entry.quantity()).isEqualByComparingTo("0.5"));
  }

  @Test
  void afterADayItIsTooLate() {
    accept();
    change(
        "update receipt set confirmed_at = confirmed_at - interval '25 hours' where id = ?",
        id.value());

    var answer = rest.post("/api/v1/receipts/" + id + "/undo-accept");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(Objects.requireNonNull(answer.getBody()).get("code").asString())
        .isEqualTo("too_late");
    assertThat(undo.until(household, id)).isEmpty();
    assertThat(stage()).isEqualTo(Stage.CONFIRMED);
    assertThat(stock.count(household)).isEqualTo(3);
  }

  @Test
  void nobodyTakesBackTheReceiptsOfAnotherHousehold() {
    accept();
    var theirs = RestHousehold.signUp(port);

    assertThat(theirs.post("/api/v1/receipts/" + id + "/undo-accept").getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);

    assertThat(stage()).isEqualTo(Stage.CONFIRMED);
  }

  @Test
  void twoDevicesAtOnceHaveOneEffect() throws Exception {
    var accepted = together(() -> review.accept(household, id, SOMEBODY));

    assertThat(accepted)
        .containsOnlyOnce(new AcceptResult.Accepted(3))
        .contains(new AcceptResult.Accepted(0))
        .hasSize(DEVICES);
    assertThat(stock.count(household)).isEqualTo(3);
    assertThat(pricesOfButter()).isOne();

    var undone = together(() -> undo.undo(household, id));

    assertThat(undone)
        .containsOnlyOnce(new UndoResult.Undone(3, List.of()))
        .contains(new UndoResult.Undone(0, List.of()))
        .hasSize(DEVICES);
    assertThat(stock.count(household)).isZero();
  }

  /** Several threads begin at the same moment. */
  private static <T> List<T> together(Callable<T> deed) throws Exception {
    var begin = new CountDownLatch(1);
    var running = new ArrayList<Future<T>>();
    try (var threads = Executors.newFixedThreadPool(DEVICES)) {
      for (int device = 0; device < DEVICES; device++) {
        running.add(
            threads.submit(() -> {
              begin.await();
              return deed.call();
            }));
      }
      begin.countDown();
      var results = new ArrayList<T>();
      for (var each : running) {
        results.add(each.get());
      }
      return results;
    }
  }

  private ReceiptId read() {
    return new ReadReceipts(receipts, progress, transaction)
        .ready(
            household,
            ReadReceipts.extraction(
                "Lindenhof",
                DAY,
                "EUR",
                ReadReceipts.lines("BUTTER 250G 1.99", "BANANEN 1.79", "SPAGHETTI NR.5 0.99")));
  }

  private void accept() {
    assertThat(review.accept(household, id, SOMEBODY)).isInstanceOf(AcceptResult.Accepted.class);
  }

  private Stage stage() {
    return receipts.find(household, id).orElseThrow().summary().stage();
  }

  private int pricesOfButter() {
    var name = new ItemName("Butter 250g");
    var item = items.findAll(household, List.of(name)).get(name.key());
    return prices.list(household, Objects.requireNonNull(item).id(), null, 10).items().size();
  }

  private long rows(String table) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          // Enters the household.
          stock.count(household);
          return jdbc.sql("select count(*) from " + table + " where household_id = ?")
              .param(household.value())
              .query(Long.class)
              .single();
        }));
  }

  private void change(String sql, UUID row) {
    change(sql, row, 1);
  }

  private void change(String sql, UUID row, long rows) {
    transaction.executeWithoutResult(_ -> {
      stock.count(household);
      assertThat((long) jdbc.sql(sql).param(row).update()).isEqualTo(rows);
    });
  }
}
