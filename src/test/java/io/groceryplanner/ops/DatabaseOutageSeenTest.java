package io.groceryplanner.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.SettableClock;
import io.groceryplanner.TestDatabase;
import io.groceryplanner.faults.Fault;
import io.groceryplanner.faults.FaultProxy;
import io.groceryplanner.ops.DegradationHistory.Episode;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database is lost behind a network of our own, and what was away is written down after it. */
@IntegrationTest
class DatabaseOutageSeenTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired JdbcClient jdbc;

  private final SettableClock clock = new SettableClock();
  private final Degradations degradations = new Degradations(clock);
  private final String replica = "test-" + UUID.randomUUID();
  private FaultProxy network;
  private HikariDataSource pool;

  @BeforeEach
  void connect() throws IOException {
    var url = TestDatabase.get().jdbcUrl();
    var direct = URI.create(url.substring("jdbc:".length())).getPort();
    network = FaultProxy.before(direct);
    pool = new HikariDataSource();
    pool.setJdbcUrl(url.replace(":" + direct + "/", ":" + network.port() + "/"));
    pool.setUsername(TestDatabase.get().environment().get("DATABASE_USERNAME"));
    pool.setPassword(TestDatabase.get().environment().get("DATABASE_PASSWORD"));
    pool.setConnectionInitSql("set role planner_app");
    pool.setConnectionTimeout(1_000);
    pool.setMaximumPoolSize(2);
  }

  @AfterEach
  void disconnect() throws IOException {
    network.heal();
    pool.close();
    network.close();
  }

  @Test
  void aLostDatabaseIsSeenAndSoIsItsReturn() {
    var watch = new DatabaseWatch(pool, degradations);
    watch.look();
    assertThat(degradations.list()).isEmpty();

    network.set(new Fault.Reset());
    network.cut();
    watch.look();
    assertThat(degradations.isAway(Part.DATABASE)).isTrue();

    network.heal();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          watch.look();
          return !degradations.isAway(Part.DATABASE);
        });
  }

  @Test
  void whatWasAwayIsWrittenDownOnceTheDatabaseIsBack() {
    var history = new DegradationHistory(degradations, JdbcClient.create(pool), clock, replica);
    var began = clock.instant();
    network.set(new Fault.Reset());
    network.cut();
    degradations.report(Part.DATABASE);
    history.write();
    assertThat(own()).isEmpty();

    clock.pass(Duration.ofMinutes(3));
    degradations.clear(Part.DATABASE);
    degradations.report(Part.AI_SERVICE);
    network.heal();
    await()
        .atMost(PATIENCE)
        .until(() -> {
          history.write();
          return own().size() == 2;
        });

    var now = clock.instant();
    assertThat(own())
        .containsExactly(
            new Episode(replica, Part.AI_SERVICE, Kind.AWAY, now, Optional.empty(), now),
            new Episode(replica, Part.DATABASE, Kind.AWAY, began, Optional.of(now), now));
  }

  @Test
  void oneThatLastsIsSaidAgainAndWhatIsOldIsForgotten() {
    var history = new DegradationHistory(degradations, jdbc, clock, replica);
    degradations.report(Part.MAIL);
    history.write();
    clock.pass(Duration.ofSeconds(31));
    history.write();
    assertThat(own())
        .singleElement()
        .satisfies(one -> assertThat(one.seenAt()).isEqualTo(clock.instant()));

    clock.pass(DegradationHistory.KEPT);
    degradations.clear(Part.MAIL);
    degradations.report(Part.STORAGE);
    history.write();
    assertThat(own()).extracting(Episode::part).containsExactly(Part.STORAGE);
  }

  private List<Episode> own() {
    return new DegradationHistory(new Degradations(clock), jdbc, clock, replica)
        .list(1_000).stream().filter(episode -> episode.replica().equals(replica)).toList();
  }
}
