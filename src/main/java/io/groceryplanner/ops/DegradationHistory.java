package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Degradation;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.Degradations.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What was away, from when to when, as each replica saw it. Written down behind the event, since
 * the database may be what is away; kept for ninety days.
 */
@Component
public class DegradationHistory {

  static final Duration KEPT = Duration.ofDays(90);
  static final int MOST_KEPT = 5_000;

  private static final Duration SAID_AGAIN = Duration.ofSeconds(30);
  private static final int MOST_UNWRITTEN = 500;

  /**
   * @param until nothing while it lasts, or where its replica ended before it did
   * @param seenAt when its replica last saw it
   */
  public record Episode(
      String replica,
      Part part,
      Kind kind,
      Instant since,
      Optional<Instant> until,
      Instant seenAt) {}

  private final Degradations degradations;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final String replica;
  private final Map<Part, Episode> lasting = new EnumMap<>(Part.class);
  private final Deque<Episode> unwritten = new ArrayDeque<>();
  private final Listeners listeners = new Listeners();

  DegradationHistory(
      Degradations degradations,
      JdbcClient jdbc,
      Clock clock,
      @Value("${planner.replica:web}") String replica) {
    this.degradations = degradations;
    this.jdbc = jdbc;
    this.clock = clock;
    this.replica = replica;
    degradations.subscribe(this::note);
  }

  /** The newest first, of all replicas. */
  public List<Episode> list(int limit) {
    return jdbc.sql(
            """
            select replica, part, kind, since, until, seen_at from degradation_episode
            where part = any(?) order by since desc, replica, part limit ?
            """)
        // A newer release, rolled back since, may have left others.
        .param(Arrays.stream(Part.values()).map(Enum::name).toArray(String[]::new))
        .param(limit)
        .query((row, _) ->
            new Episode(
                row.getString("replica"),
                Part.valueOf(row.getString("part")),
                Kind.valueOf(row.getString("kind")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Calls the listener after something was written down, on some thread. */
  public Subscription subscribe(Runnable listener) {
    return listeners.subscribe(listener);
  }

  private synchronized void note() {
    var now = clock.instant();
    for (var part : Part.values()) {
      var before = lasting.get(part);
      var found = degradations.find(part).orElse(null);
      if (before != null && (found == null || !found.since().equals(before.since()))) {
        lasting.remove(part);
        add(ended(before, now));
      }
      if (found != null && (before == null || !isSame(before, found))) {
        var begun = new Episode(replica, part, found.kind(), found.since(), Optional.empty(), now);
        lasting.put(part, begun);
        add(begun);
      }
    }
  }

  private static boolean isSame(Episode episode, Degradation degradation) {
    return episode.since().equals(degradation.since()) && episode.kind() == degradation.kind();
  }

  private static Episode ended(Episode episode, Instant at) {
    return new Episode(
        episode.replica(), episode.part(), episode.kind(), episode.since(), Optional.of(at), at);
  }

  private void add(Episode episode) {
    if (unwritten.size() >= MOST_UNWRITTEN) {
      unwritten.removeFirst();
    }
    unwritten.addLast(episode);
  }

  @Scheduled(fixedRateString = "${planner.ops.history-every:2s}")
  void write() {
    sayAgain();
    boolean began = false;
    boolean anything = false;
    for (var episode = next(); episode != null; episode = next()) {
      try {
        write(episode);
        anything = true;
        began |= episode.until().isEmpty();
      } catch (DataAccessException | TransactionException e) {
        putBack(episode);
        return;
      }
    }
    if (began) {
      forgetOld();
    }
    if (anything) {
      listeners.tell();
    }
  }

  /** So that one whose replica has died is told from one that lasts. */
  private synchronized void sayAgain() {
    var now = clock.instant();
    lasting.replaceAll((_, episode) -> {
      if (Duration.between(episode.seenAt(), now).compareTo(SAID_AGAIN) < 0) {
        return episode;
      }
      var again =
          new Episode(
              replica, episode.part(), episode.kind(), episode.since(), Optional.empty(), now);
      add(again);
      return again;
    });
  }

  private synchronized @Nullable Episode next() {
    return unwritten.pollFirst();
  }

  private synchronized void putBack(Episode episode) {
    unwritten.addFirst(episode);
  }

  private void write(Episode episode) {
    jdbc.sql(
            """
            insert into degradation_episode (replica, part, since, kind, until, seen_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (replica, part, since) do update
              set kind = excluded.kind, until = excluded.until, seen_at = excluded.seen_at
            """)
        .param(episode.replica())
        .param(episode.part().name())
        .param(utc(episode.since()))
        .param(episode.kind().name())
        .param(episode.until().map(DegradationHistory::utc).orElse(null))
        .param(utc(episode.seenAt()))
        .update();
  }

  void forgetOld() {
    jdbc.sql(
            """
            delete from degradation_episode where since < ? or since <=
              (select since from degradation_episode order by since desc offset ? limit 1)
            """)
        .params(utc(clock.instant().minus(KEPT)), MOST_KEPT)
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
