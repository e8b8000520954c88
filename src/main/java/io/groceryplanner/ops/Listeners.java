package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear that something has changed; what has, each looks up itself. */
public final class Listeners {

  private static final Logger log = LoggerFactory.getLogger(Listeners.class);

  private final List<Runnable> all = new CopyOnWriteArrayList<>();

  public Subscription subscribe(Runnable listener) {
    all.add(listener);
    return () -> all.remove(listener);
  }

  /** Calls each, on this thread. */
  public void tell() {
    for (var listener : all) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        // One broken screen must not keep the others from hearing, nor whoever tells from working.
        log.warn("A listener failed to take a change", e);
      }
    }
  }
}
