package io.groceryplanner.live;

import io.groceryplanner.base.HouseholdId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Change notices from any replica to the open screens of this one, through PostgreSQL's
 * LISTEN/NOTIFY.
 */
@Component
public class ChangeNotices {

  static final String CHANNEL = "planner_changes";

  private static final Logger log = LoggerFactory.getLogger(ChangeNotices.class);

  private final JdbcClient jdbc;
  private final Counter heard;
  private final Map<HouseholdId, CopyOnWriteArrayList<Consumer<ChangeNotice>>> listeners =
      new ConcurrentHashMap<>();

  ChangeNotices(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.heard =
        Counter.builder("grocery_planner.live.notices")
            .description("Change notices that came to this replica")
            .register(meters);
  }

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription {
    void end();
  }

  /**
   * Tells every replica about a change. Inside a transaction the notice leaves with the commit, or
   * not at all.
   */
  public void publish(ChangeNotice notice) {
    jdbc.sql("select pg_notify(?, ?)")
        .params(CHANNEL, notice.household() + " " + notice.topic() + " " + notice.id())
        .query(row -> {});
  }

  /** Calls the listener, on another thread, at each notice of this household until it is ended. */
  public Subscription subscribe(HouseholdId household, Consumer<ChangeNotice> listener) {
    listeners.computeIfAbsent(household, _ -> new CopyOnWriteArrayList<>()).add(listener);
    return () ->
        listeners.computeIfPresent(
            household,
            (_, open) -> {
              open.remove(listener);
              return open.isEmpty() ? null : open;
            });
  }

  void deliver(ChangeNotice notice) {
    heard.increment();
    for (var listener : listeners.getOrDefault(notice.household(), new CopyOnWriteArrayList<>())) {
      try {
        listener.accept(notice);
      } catch (RuntimeException e) {
        // One broken screen must not keep the others from hearing.
        log.warn("A screen failed to take a change notice", e);
      }
    }
  }

  /** Says that notices may have been missed, so that every open screen reads again. */
  void deliverToAll() {
    listeners
        .keySet()
        .forEach(household -> deliver(ChangeNotice.anyOf(household, ChangeNotice.ANY)));
  }
}
