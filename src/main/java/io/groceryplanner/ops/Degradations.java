package io.groceryplanner.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which parts are away at this moment, as this replica sees it. */
@Component
public class Degradations {

  private static final Logger log = LoggerFactory.getLogger(Degradations.class);

  /** A part that can be away while the rest goes on. */
  public enum Part {
    AI_SERVICE,
    DATABASE,
    STORAGE,
    MAIL,
    JOBS
  }

  public enum Kind {
    AWAY,
    /** It sleeps while nobody needs it, and is on its way: a wait, and no outage. */
    WAKING
  }

  /**
   * @param since when it was first missed
   */
  public record Degradation(Part part, Kind kind, Instant since) {}

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription {
    void end();
  }

  /**
   * @param forgottenAt when it is over unless it is reported again; null if only {@link #clear}
   *     ends it
   */
  private record Held(Degradation degradation, @Nullable Instant forgottenAt) {}

  private final Map<Part, Held> current = new EnumMap<>(Part.class);
  private final Listeners listeners = new Listeners();
  private final Clock clock;

  public Degradations(Clock clock) {
    this.clock = clock;
  }

  /** In the order of {@link Part}. */
  public List<Degradation> list() {
    synchronized (current) {
      return current.values().stream().map(Held::degradation).toList();
    }
  }

  public Optional<Degradation> find(Part part) {
    synchronized (current) {
      return Optional.ofNullable(current.get(part)).map(Held::degradation);
    }
  }

  public boolean isAway(Part part) {
    return find(part).filter(found -> found.kind() == Kind.AWAY).isPresent();
  }

  public void report(Part part) {
    report(part, Kind.AWAY, null);
  }

  public void report(Part part, Kind kind) {
    report(part, kind, null);
  }

  /**
   * Reports what another replica may be the next to look at: it is forgotten after a while, unless
   * it is reported again.
   */
  public void reportFor(Part part, Duration time) {
    report(part, Kind.AWAY, clock.instant().plus(time));
  }

  private void report(Part part, Kind kind, @Nullable Instant forgottenAt) {
    boolean isNews;
    synchronized (current) {
      var before = current.get(part);
      var since = before == null ? clock.instant() : before.degradation().since();
      var now = new Degradation(part, kind, since);
      current.put(part, new Held(now, forgottenAt));
      isNews = before == null || !before.degradation().equals(now);
    }
    if (isNews) {
      log.warn("{} is {}", part, kind);
      listeners.tell();
    }
  }

  public void clear(Part part) {
    boolean wasThere;
    synchronized (current) {
      wasThere = current.remove(part) != null;
    }
    if (wasThere) {
      log.info("{} is back", part);
      listeners.tell();
    }
  }

  /** Forgets what was reported for a while that is over. */
  void forget() {
    var now = clock.instant();
    List<Part> over;
    synchronized (current) {
      over =
          current.values().stream()
              .filter(held -> held.forgottenAt() != null && !held.forgottenAt().isAfter(now))
              .map(held -> held.degradation().part())
              .toList();
    }
    over.forEach(this::clear);
  }

  /** Calls the listener after each change, on the thread that made it. */
  public Subscription subscribe(Runnable listener) {
    return listeners.subscribe(listener);
  }
}
