package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.household.SignUp.SignUpResult.SignedUp;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.image.TextSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps of many receipts, with an ai-service that answers at once: each runs once, in order.
 * {@code -Djobs=300} makes it the long run, {@code ./planner bench jobs}; the table is also in
 * {@code target/bench/jobs.txt}, its last line being JSON.
 */
@IntegrationTest
class StepPaceTest {

  private static final int TOGETHER = Integer.getInteger("jobs", 20);
  private static final int ALONE = TOGETHER / 4;
  private static final List<String> STEPS =
      List.of("receipt-extract", "receipt-persist", "receipt-match");
  private static final Path REPORT = Path.of("target", "bench", "jobs.txt");

  @Autowired ApplicationContext context;
  @Autowired ReceiptIntake intake;
  @Autowired JdbcClient jdbc;

  private SignedUp kitchen;

  @BeforeEach
  void aKitchen() {
    StandInAi.get().answerAsRecorded();
    kitchen = Screens.found(context, Screens.newEmail());
  }

  /** One run of one step. */
  private record Run(String step, Instant started, Instant ended) {}

  /** Milliseconds; a wait is from what comes before a step to its beginning. */
  private static final class Pace {
    private final List<Long> waits = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();

    void add(Instant sent, List<Run> runs) {
      var before = sent;
      for (var run : runs) {
        waits.add(Duration.between(before, run.started()).toMillis());
        before = run.ended();
      }
      wholes.add(Duration.between(sent, before).toMillis());
    }

    static long share(List<Long> figures, double share) {
      var sorted = figures.stream().sorted().toList();
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }

  @Test
  void eachStepOfEachReceiptRunsOnceAndInOrder() throws IOException {
    var alone = new Pace();
    for (int i = 0; i < ALONE; i++) {
      var sent = Instant.now();
      alone.add(sent, runs(send("Alone " + i)));
    }
    var together = new Pace();
    var begin = Instant.now();
    var sent = new LinkedHashMap<ReceiptId, Instant>();
    for (int i = 0; i < TOGETHER; i++) {
      sent.put(send("Together " + i), Instant.now());
    }
    sent.forEach((id, at) -> together.add(at, runs(id)));
    report(alone, together, Duration.between(begin, Instant.now()));
  }

  private ReceiptId send(String shop) {
    var given =
        intake.receive(
            kitchen.household(),
            kitchen.user(),
            "r.pdf",
            TextSheet.of(shop + "\nMilk 1.29"),
            false);
    return ((IntakeResult.Received) given).id();
  }

  /** Of a receipt that went all the way; checks that it went there once. */
  private List<Run> runs(ReceiptId id) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> read(id).size() >= STEPS.size());
    var runs = read(id);
    assertThat(runs).extracting(Run::step).containsExactlyElementsOf(STEPS);
    return runs;
  }

  private List<Run> read(ReceiptId id) {
    return jdbc.sql(
            """
            select task_name, started_at, ended_at from job_run
            where task_name in (:steps) and task_instance = :subject and failure is null
            order by started_at
            """)
        .param("steps", STEPS)
        .param("subject", kitchen.household() + "/" + id)
        .query((row, _) ->
            new Run(
                row.getString("task_name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static void report(Pace alone, Pace together, Duration all) throws IOException {
    var perMinute = TOGETHER * 60_000.0 / all.toMillis();
    var table = new StringBuilder("steps of receipts, ai-service answering at once\n");
    row(table, ALONE + " one by one", alone);
    row(table, TOGETHER + " at once", together);
    table.append(
        String.format(
            Locale.ROOT,
            """
            all of them read: %.1f s, %.0f receipts a minute

            {"receipts": %d, "seconds": %.1f, "perMinute": %.0f, "aloneMillisP50": %d, \
            "aloneMillisP95": %d, "aloneWaitMillisP50": %d, "aloneWaitMillisP95": %d}
            """,
            all.toMillis() / 1000.0,
            perMinute,
            TOGETHER,
            all.toMillis() / 1000.0,
            perMinute,
            Pace.share(alone.wholes, 0.5),
            Pace.share(alone.wholes, 0.95),
            Pace.share(alone.waits, 0.5),
            Pace.share(alone.waits, 0.95)));
    System.out.println(table);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, table.toString());
  }

  private static void row(StringBuilder table, String name, Pace pace) {
    table.append(
        String.format(
            Locale.ROOT,
            "%-16s sent to read: p50 %d ms, p95 %d ms; wait before a step: p50 %d ms, p95 %d ms%n",
            name,
            Pace.share(pace.wholes, 0.5),
            Pace.share(pace.wholes, 0.95),
            Pace.share(pace.waits, 0.5),
            Pace.share(pace.waits, 0.95)));
  }
}
