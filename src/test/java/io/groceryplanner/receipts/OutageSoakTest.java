package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.StandInAi;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.groceryplanner.localdatabase.LocalDatabase;
import io.groceryplanner.receipts.SoakedHousehold.Tally;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is cut off for a while, under load: liveness stays up, whoever asks is told, all
 * comes back by itself, and no receipt is lost on its way.
 *
 * <p>{@code -Dsoak.outage=60} makes it a minute, with the product's own patience; {@code ./planner
 * soak outage}. The table is also in {@code target/bench/outage-soak.txt}, its last line being
 * JSON.
 */
class OutageSoakTest {

  private static final int SECONDS = Integer.getInteger("soak.outage", 8);
  private static final int RECEIPTS = Integer.getInteger("soak.receipts", 9);
  private static final int HOUSEHOLDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path REPORT = Path.of("target", "bench", "outage-soak.txt");

  private final long began = System.nanoTime();

  @TempDir Path folder;

  @Test
  void cutOffUnderLoadItStaysUpSaysSoAndComesBackWithEveryReceipt() throws Exception {
    try (var database = LocalDatabase.start(folder.resolve("database"));
        var network = FaultProxy.before(portOf(database))) {
      var web = ServerProcess.web(environment(database, network), folder.resolve("web.log"));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var linesOfTemplates = SoakedHousehold.readCalmly(web.port(), this::isTooLate);
        var turns = new Semaphore(0);
        var households = new ArrayList<SoakedHousehold>();
        var shopping = new ArrayList<Future<Boolean>>();
        for (int h = 0; h < HOUSEHOLDS; h++) {
          var household = new SoakedHousehold(RestHousehold.signUp(web.port()));
          var uploads = uploadsOf(h);
          households.add(household);
          shopping.add(threads.submit(() -> household.shop(uploads, turns, this::isTooLate)));
        }
        var watch = OutageWatch.of(web.port(), threads);

        // A third before, a third meanwhile, a third after.
        turns.release(RECEIPTS / 3);
        await().atMost(PATIENCE).until(() -> watch.answers().good() > 3);
        network.set(new Fault.Reset());
        network.cut();
        watch.outageBegins();
        turns.release(RECEIPTS / 3);
        Pauses.of(Duration.ofSeconds(SECONDS));
        network.heal();
        watch.outageEnds();
        turns.release(RECEIPTS - 2 * (RECEIPTS / 3));

        boolean inTime = true;
        for (var household : shopping) {
          inTime &= household.get();
        }
        await().atMost(PATIENCE).until(watch::isBack);
        watch.close();
        var tallies = new ArrayList<Tally>();
        for (var household : households) {
          tallies.add(household.takeStock(linesOfTemplates));
        }

        boolean passed =
            inTime && tallies.stream().allMatch(Tally::isClean) && watch.answers().isAsPromised();
        var report = report(tallies, watch.answers(), passed);
        assertThat(passed).as(report).isTrue();
      } finally {
        web.kill();
      }
    }
  }

  private Map<String, String> environment(LocalDatabase database, FaultProxy network) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put(
        "DATABASE_URL",
        database.jdbcUrl().replace(":" + portOf(database) + "/", ":" + network.port() + "/"));
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", "of this test");
    if (SECONDS < 60) {
      // Otherwise whoever asks in so short an outage would be kept waiting and not told.
      environment.put(
          "SPRING_APPLICATION_JSON", "{\"spring.datasource.hikari.connection-timeout\": \"1000\"}");
    }
    return environment;
  }

  private static int portOf(LocalDatabase database) {
    return URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static List<SoakUpload> uploadsOf(int household) {
    var all = SoakUpload.many(RECEIPTS);
    return IntStream.range(0, RECEIPTS)
        .filter(number -> number % HOUSEHOLDS == household)
        .mapToObj(all::get)
        .toList();
  }

  private boolean isTooLate() {
    return seconds() > 180 + 2L * SECONDS + 15L * RECEIPTS;
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }

  private static String report(List<Tally> tallies, OutageWatch.Answers answers, boolean passed)
      throws IOException {
    int lost = tallies.stream().mapToInt(Tally::lost).sum();
    int doubled = tallies.stream().mapToInt(Tally::doubled).sum();
    int failed = tallies.stream().mapToInt(Tally::failed).sum();
    var table = new StringBuilder();
    tallies.stream()
        .flatMap(tally -> tally.findings().stream())
        .limit(20)
        .forEach(finding -> table.append(finding).append('\n'));
    answers.findings().forEach(finding -> table.append(finding).append('\n'));
    row(table, "seconds without database", SECONDS);
    row(table, "receipts", RECEIPTS);
    row(table, "liveness asked", answers.live());
    row(table, "liveness not given", answers.notLive());
    row(table, "told after, ms", answers.toldAfter());
    row(table, "back after, ms", answers.backAfter());
    row(table, "requests answered", answers.good());
    row(table, "requests told to wait", answers.told());
    row(table, "requests failed", answers.failed());
    row(table, "receipts lost", lost);
    row(table, "receipts doubled", doubled);
    row(table, "receipts failed", failed);
    table.append(
        """
        {"outageSeconds": %d, "receipts": %d, "notLive": %d, "toldAfterMs": %d, "backAfterMs": %d, \
        "answered": %d, "toldToWait": %d, "requestsFailed": %d, "lost": %d, "doubled": %d, \
        "failed": %d, "passed": %s}\
        """
            .formatted(
                SECONDS,
                RECEIPTS,
                answers.notLive(),
                answers.toldAfter(),
                answers.backAfter(),
                answers.good(),
                answers.told(),
                answers.failed(),
                lost,
                doubled,
                failed,
                passed));
    System.out.println(table);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, table + "\n");
    return table.toString();
  }

  private static void row(StringBuilder table, String what, long figure) {
    table.append(String.format(Locale.ROOT, "%-26s %8d%n", what, figure));
  }
}
