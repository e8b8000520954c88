package io.groceryplanner.ops;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Which parts are away at this moment, as this replica sees it. */
@Component
public class Degradations {

  /** A part that can be away while the rest goes on. */
  public enum Part {
    AI_SERVICE
  }

  /**
   * @param since when it was first missed
   */
  public record Degradation(Part part, Instant since) {}

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription {
    void end();
  }

  private final Map<Part, Degradation> current = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Clock clock;

  public Degradations(Clock clock) {
    this.clock = clock;
  }

  public List<Degradation> list() {
    return List.copyOf(current.values());
  }

  public boolean isAway(Part part) {
    return current.containsKey(part);
  }

  public void report(Part part) {
    if (current.putIfAbsent(part, new Degradation(part, clock.instant())) == null) {
      listeners.forEach(Runnable::run);
    }
  }

  public void clear(Part part) {
    if (current.remove(part) != null) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Calls the listener after each change, on the thread that made it. */
  public Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
