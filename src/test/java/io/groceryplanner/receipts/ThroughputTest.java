package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.image.TextSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However many receipts wait, and however long, ai-service gets a few at a time. {@code
 * -Dsoak.away=600} keeps it away for ten minutes more; {@code ./planner soak away}. The figures are
 * also in {@code target/bench/away-soak.txt}.
 */
@IntegrationTest
class ThroughputTest {

  private static final int MANY = 100;
  private static final int SECONDS_AWAY = Integer.getInteger("soak.away", 0);
  private static final Path REPORT = Path.of("target", "bench", "away-soak.txt");

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
  void aHundredWaitingReceiptsDoNotFloodAnAiServiceThatComesBack() throws IOException {
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
    Pauses.of(Duration.ofSeconds(SECONDS_AWAY));
    assertThat(receipts.list(kitchen.household(), null, 2 * MANY).items())
        .as("all wait, and say so")
        .hasSize(MANY)
        .allMatch(receipt -> receipt.condition() == Condition.AWAITING_AI);

    ai.answerAsRecorded();
    ai.readFor(Duration.ofMillis(150));
    var back = System.nanoTime();

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
    report(Duration.ofNanos(System.nanoTime() - back), ai.mostAtOnce());
  }

  private static void report(Duration afterwards, int mostAtOnce) throws IOException {
    var figures =
        """
        {"receipts": %d, "secondsAwayWhileAllWaited": %d, "failed": 0, "secondsTillAllWereRead": %d, \
        "mostReadAtOnce": %d}
        """
            .formatted(MANY, SECONDS_AWAY, afterwards.toSeconds(), mostAtOnce);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, figures);
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
