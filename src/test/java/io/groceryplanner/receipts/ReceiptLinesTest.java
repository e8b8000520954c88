package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.ReceiptLines.Part;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines are split, joined and deleted, and what was accepted of them is what stands there. */
@IntegrationTest
class ReceiptLinesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final UserId SOMEBODY = new UserId(UUID.randomUUID());

  @LocalServerPort int port;
  @Autowired ReceiptProgress progress;
  @Autowired TransactionTemplate transaction;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired ReceiptRescan rescan;
  @Autowired ReceiptLines lines;
  @Autowired Stock stock;
  @Autowired Spending spending;

  private HouseholdId household;
  private ReceiptId id;

  @BeforeEach
  void readAReceipt() {
    StandInAi.get().beBusy();
    household = new HouseholdId(RestHousehold.signUp(port).id());
    id = new ReadReceipts(receipts, progress, transaction).ready(household, paper());
  }

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  private static ReceiptExtraction paper() {
    var two = new BigDecimal("2");
    return ReadReceipts.extraction(
        "Lindenhof",
        DAY,
        "EUR",
        List.of(
            ReadReceipts.line(
                1, "YOGHURT", two, "piece", new BigDecimal("1.25"), new BigDecimal("2.50")),
            ReadReceipts.line(2, "BANANEN", null, null, null, new BigDecimal("1.79"))));
  }

  @Test
  void aSplitTeachesTheShopNothingAboutHowItCounts() {
    split("Lemon yoghurt", "1", "1.25");
    review.accept(household, id, SOMEBODY);

    var next = new ReadReceipts(receipts, progress, transaction).ready(household, paper());

    var first = receipts.find(household, next).orElseThrow().lines().getFirst();
    assertThat(first.matchSource()).contains(MatchSource.REMEMBERED);
    assertThat(first.quantity()).isEqualByComparingTo("2");
  }

  @Test
  void partsThatAreNoneAreRefusedAndNothingIsLost() {
    for (var price : List.of("0", "-1", "2.50", "3")) {
      assertThat(lines.split(household, id, 1, part("Lemon yoghurt", "1", price)))
          .as(price)
          .isEqualTo(new CorrectResult.Refused("lineTotal", "receipts.refused.part"));
    }
    assertThat(lines.split(household, id, 1, part(" ", "1", "1")))
        .isInstanceOf(CorrectResult.Refused.class);
    assertThat(lines.split(household, id, 1, part("Lemon yoghurt", "0", "1")))
        .isInstanceOf(CorrectResult.Refused.class);
    assertThat(lines.split(household, id, 9, part("Lemon yoghurt", "1", "1")))
        .isInstanceOf(CorrectResult.NotOpen.class);
    assertThat(shown()).containsExactly("1 Yoghurt 2 2.50", "2 Bananen 1 1.79");
  }

  @Test
  void whatWasDeletedIsNeitherPutAwayNorSpentAndItsNumberNotGivenAgain() {
    assertThat(lines.remove(household, id, 2)).isTrue();
    assertThat(lines.remove(household, id, 2)).isFalse();
    split("Lemon yoghurt", "1", "1.25");

    review.accept(household, id, SOMEBODY);

    assertThat(shown()).containsExactly("1 Yoghurt 1 1.25", "3 Lemon yoghurt 1 1.25");
    assertThat(stock.count(household)).isEqualTo(2);
    assertThat(spending.byShop(household, DAY, DAY).getFirst().spent().amount())
        .isEqualByComparingTo("2.50");
    assertThat(lines.restore(household, id, 2)).as("it is accepted").isFalse();
  }

  @Test
  void whatWasDeletedStaysDeletedWhenThePhotoIsReadAgain() {
    lines.remove(household, id, 2);

    readAgain(false);
    assertThat(shown()).containsExactly("1 Yoghurt 2 2.50");

    readAgain(true);
    assertThat(shown()).containsExactly("1 Yoghurt 2 2.50", "2 Bananen 1 1.79");
  }

  @Test
  void joinedLinesAreOneAndNobodyElseCanJoinThem() {
    var theirs = new HouseholdId(RestHousehold.signUp(port).id());

    assertThat(lines.join(theirs, id, 1, 2)).isFalse();
    assertThat(lines.join(household, id, 1, 1)).isFalse();
    assertThat(lines.join(household, id, 1, 2)).isTrue();
    assertThat(lines.join(household, id, 1, 2)).isFalse();

    assertThat(shown()).containsExactly("1 Yoghurt 3 4.29");
  }

  private void readAgain(boolean replacingAll) {
    transaction.executeWithoutResult(_ -> {
      assertThat(rescan.begin(household, id, replacingAll)).isTrue();
      rescan.keep(household, id, paper());
    });
  }

  private void split(String name, String quantity, String price) {
    assertThat(lines.split(household, id, 1, part(name, quantity, price)))
        .isInstanceOf(CorrectResult.Corrected.class);
  }

  private static Part part(String name, String quantity, String price) {
    return new Part(name, new BigDecimal(quantity), new BigDecimal(price));
  }

  private List<String> shown() {
    return receipts.find(household, id).orElseThrow().lines().stream()
        .map(line ->
            line.lineNo()
                + " "
                + line.description()
                + " "
                + line.quantity().toPlainString()
                + " "
                + line.lineTotal())
        .toList();
  }
}
