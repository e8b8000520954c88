package io.groceryplanner;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** How often the database is asked. */
public final class Statements {

  private Statements() {}

  /** By this thread, while it does this. */
  public static int during(ApplicationContext context, Runnable work) {
    var counting = new Counting(Thread.currentThread());
    context.getBean(ObservationRegistry.class).observationConfig().observationHandler(counting);
    work.run();
    counting.isOver = true;
    return counting.queries.get();
  }

  /** A registry never forgets a handler; this one is deaf afterwards. */
  private static final class Counting implements ObservationHandler<Observation.Context> {

    private final AtomicInteger queries = new AtomicInteger();
    private final Thread thread;
    private volatile boolean isOver;

    Counting(Thread thread) {
      this.thread = thread;
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return !isOver;
    }

    @Override
    public void onStop(Observation.Context ended) {
      if (Thread.currentThread() == thread && "query".equals(ended.getContextualName())) {
        queries.incrementAndGet();
      }
    }
  }
}
