package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.RestHousehold;
import io.groceryplanner.receipts.SoakedHousehold.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both services are killed at random moments while households send receipts: every receipt arrives,
 * each of its lines once, and each acceptance books once.
 *
 * <p>{@code -Dsoak.receipts=200 -Dsoak.kills=200 -Dsoak.packaged=true} makes it the long run on
 * what is packaged, with a real ai-service that is killed too; {@code ./planner soak receipts}. The
 * table is also in {@code target/bench/receipt-soak.txt}, its last line being JSON.
 */
class ReceiptSoakTest {

  private static final int RECEIPTS = Integer.getInteger("soak.receipts", 12);
  private static final int KILLS = Integer.getInteger("soak.kills", 4);
  private static final boolean PACKAGED = Boolean.getBoolean("soak.packaged");
  private static final long SEED = Long.getLong("soak.seed", 20_260_417L);
  private static final int HOUSEHOLDS = 3;
  private static final int WEB_KILLS_FOR_ONE_OF_AI = 4;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(6);
  private static final Duration LONGEST_BIRTH = Duration.ofSeconds(5);
  private static final Path REPORT = Path.of("target", "bench", "receipt-soak.txt");

  private final Random random = new Random(SEED);
  private final long began = System.nanoTime();

  @TempDir Path folder;

  @Test
  void killedAtRandomMomentsEveryReceiptArrivesOnceWithEachLineOnce() throws Exception {
    try (var servers = new SoakedServers(folder, PACKAGED);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      servers.launchAi();
      servers.launchWeb();
      servers.awaitHealth();
      var linesOfTemplates = SoakedHousehold.readCalmly(servers.webPort(), this::isTooLate);
      var turns = new Semaphore(0);
      var households = new ArrayList<SoakedHousehold>();
      var shopping = new ArrayList<Future<Boolean>>();
      for (int h = 0; h < HOUSEHOLDS; h++) {
        var household = new SoakedHousehold(RestHousehold.signUp(servers.webPort()));
        var uploads = uploadsOf(h);
        households.add(household);
        shopping.add(threads.submit(() -> household.shop(uploads, turns, this::isTooLate)));
      }

      int aiKills = killAgainAndAgain(servers, turns);

      boolean inTime = true;
      for (var household : shopping) {
        inTime &= household.get();
      }
      var tallies = new ArrayList<Tally>();
      for (var household : households) {
        tallies.add(household.takeStock(linesOfTemplates));
      }
      var report = report(tallies, aiKills, inTime, servers.files());
      assertThat(tallies).as(report).allMatch(Tally::isClean);
      assertThat(inTime).as("all was put away in time").isTrue();
    }
  }

  private static List<SoakUpload> uploadsOf(int household) {
    var all = SoakUpload.many(RECEIPTS);
    return IntStream.range(0, RECEIPTS)
        .filter(number -> number % HOUSEHOLDS == household)
        .mapToObj(all::get)
        .toList();
  }

  /** Lets as many receipts in as kills are done, so that there is work at every one. */
  private int killAgainAndAgain(SoakedServers servers, Semaphore turns) throws Exception {
    int letIn = 0;
    int aiKills = 0;
    var web = servers.launchedWeb();
    for (int kill = 1; kill <= KILLS; kill++) {
      int due = Math.ceilDiv(RECEIPTS * kill, KILLS);
      turns.release(due - letIn);
      letIn = due;
      // Every fifth one dies while it starts.
      if (random.nextInt(5) == 0) {
        Pauses.of(atMost(LONGEST_BIRTH));
      } else {
        web.awaitHealth();
        Pauses.of(atMost(LONGEST_LIFE));
      }
      web.kill();
      if (servers.hasAiToKill() && kill % WEB_KILLS_FOR_ONE_OF_AI == 0) {
        servers.killAi();
        servers.launchAi();
        aiKills++;
      }
      web = servers.launchWeb();
      if (kill % 10 == 0) {
        System.out.println(kill + " kills, " + seconds() + " s");
      }
    }
    servers.awaitHealth();
    return aiKills;
  }

  private Duration atMost(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis()));
  }

  /** With patience for what was under way at the last kill, and for each receipt to be read. */
  private boolean isTooLate() {
    return seconds() > 180 + 30L * KILLS + 15L * RECEIPTS;
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds();
  }

  private String report(List<Tally> tallies, int aiKills, boolean inTime, Path files)
      throws IOException {
    int lost = tallies.stream().mapToInt(Tally::lost).sum();
    int doubled = tallies.stream().mapToInt(Tally::doubled).sum();
    int failed = tallies.stream().mapToInt(Tally::failed).sum();
    boolean passed = inTime && tallies.stream().allMatch(Tally::isClean);
    var table = new StringBuilder();
    tallies.stream()
        .flatMap(tally -> tally.findings().stream())
        .limit(20)
        .forEach(finding -> table.append(finding).append('\n'));
    row(table, "receipts", RECEIPTS);
    row(table, "kills of web", KILLS);
    row(table, "kills of ai-service", aiKills);
    row(table, "lost", lost);
    row(table, "doubled", doubled);
    row(table, "failed", failed);
    row(table, "files kept", countOf(files));
    row(table, "seconds", seconds());
    table.append(
        """
        {"receipts": %d, "webKills": %d, "aiKills": %d, "lost": %d, "doubled": %d, "failed": %d, \
        "seconds": %d, "passed": %s}\
        """
            .formatted(RECEIPTS, KILLS, aiKills, lost, doubled, failed, seconds(), passed));
    System.out.println(table);
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, table + "\n");
    return table.toString();
  }

  private static void row(StringBuilder table, String what, long figure) {
    table.append(String.format(Locale.ROOT, "%-22s %8d%n", what, figure));
  }

  private static long countOf(Path files) throws IOException {
    try (var found = Files.walk(files)) {
      return found.filter(Files::isRegularFile).count();
    }
  }
}
