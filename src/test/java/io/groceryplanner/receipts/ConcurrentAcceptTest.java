package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.ReceiptReview.AcceptResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several receipts with the same new things from the same new shop are accepted at one moment. */
@IntegrationTest
class ConcurrentAcceptTest {

  private static final int RECEIPTS = 6;
  private static final String[] BOUGHT = {
    "BUTTER 250G 1.99", "BANANEN 1.79", "SPAGHETTI 0.99", "ZWIEBELN 1.29", "HAFERDRINK 1.95"
  };

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired TransactionTemplate transaction;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired Stock stock;
  @Autowired JdbcClient jdbc;

  private HouseholdId household;

  @BeforeEach
  void signUp() {
    StandInAi.get().beBusy();
    household = new HouseholdId(RestHousehold.signUp(port).id());
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @RepeatedTest(5)
  void everyAcceptanceSucceedsAndEachNewThingAndTheShopAreMadeOnce() throws Exception {
    var ids = new ArrayList<ReceiptId>();
    for (int i = 0; i < RECEIPTS; i++) {
      ids.add(read(new Random(i)));
    }

    var begin = new CountDownLatch(1);
    var running = new ArrayList<Future<AcceptResult>>();
    try (var threads = Executors.newFixedThreadPool(RECEIPTS)) {
      for (var id : ids) {
        running.add(
            threads.submit(() -> {
              begin.await();
              return review.accept(household, id, new UserId(UUID.randomUUID()));
            }));
      }
      begin.countDown();
      for (var each : running) {
        assertThat(each.get()).isEqualTo(new AcceptResult.Accepted(BOUGHT.length));
      }
    }

    assertThat(rows("item")).isEqualTo(BOUGHT.length);
    assertThat(rows("shop")).isOne();
    assertThat(stock.count(household)).isEqualTo((long) RECEIPTS * BOUGHT.length);
  }

  /** The same lines in another order each, so that who makes them meets the others midway. */
  private ReceiptId read(Random order) {
    List<String> lines = new ArrayList<>(Arrays.asList(BOUGHT));
    Collections.shuffle(lines, order);
    return new ReadReceipts(receipts, progress, transaction)
        .ready(
            household,
            ReadReceipts.extraction(
                "Lindenhof",
                LocalDate.of(2026, 3, 2),
                "EUR",
                ReadReceipts.lines(lines.toArray(new String[0]))));
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
}
