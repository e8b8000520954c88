package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.image.TextSheet;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many receipts wait, ai-service gets a few at a time. */
@IntegrationTest
class ThroughputTest {

  private static final int MANY = 100;

  @Autowired ApplicationContext context;
  @Autowired ReceiptIntake intake;
  @Autowired Receipts receipts;
  @Autowired JdbcClient jdbc;
  @Autowired ExtractionPlaces.Settings settings;

  @AfterEach
  void aiIsBack() {
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void aHundredWaitingReceiptsDoNotFloodAnAiServiceThatComesBack() {
    var ai = StandInAi.get();
    ai.beBusy();
    var kitchen = Screens.found(context, Screens.newEmail());
    for (int i = 0; i < MANY; i++) {
      var sheet = TextSheet.of("Corner shop " + i);
      assertThat(intake.receive(kitchen.household(), kitchen.user(), "r.pdf", sheet, false))
          .isInstanceOf(IntakeResult.Received.class);
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(() ->
            receipts.list(kitchen.household(), null, MANY).items().stream()
                .allMatch(receipt -> receipt.condition() == Condition.AWAITING_AI));
    ai.answerAsRecorded();
    ai.readFor(Duration.ofMillis(150));

    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> waiting(kitchen.household().value()) == 0);

    assertThat(ai.mostAtOnce())
        .as("several at a time, and never more than there are places")
        .isBetween(2, settings.atOnce());
    assertThat(receipts.list(kitchen.household(), null, 2 * MANY).items())
        .as("all done, none failed, none twice")
        .hasSize(MANY)
        .allMatch(receipt -> receipt.stage() == Stage.READY_FOR_REVIEW)
        .allMatch(receipt -> receipt.condition() == Condition.OK);
  }

  private long waiting(java.util.UUID household) {
    return jdbc.sql(
            """
            select count(*) from scheduled_tasks
            where task_name in ('receipt-extract', 'receipt-persist', 'receipt-match')
              and task_instance like ?
            """)
        .param(household + "/%")
        .query(Long.class)
        .single();
  }
}
