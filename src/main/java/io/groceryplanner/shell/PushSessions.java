package io.groceryplanner.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many screens are open on this replica that news is pushed to. */
@Component
class PushSessions implements VaadinServiceInitListener {

  private final AtomicInteger open;

  PushSessions(MeterRegistry meters) {
    open = meters.gauge("grocery_planner.push.sessions", new AtomicInteger());
  }

  @Override
  public void serviceInit(ServiceInitEvent init) {
    init.getSource()
        .addUIInitListener(opened -> {
          if (opened.getUI().getPushConfiguration().getPushMode().isEnabled()) {
            open.incrementAndGet();
            opened.getUI().addDetachListener(_ -> open.decrementAndGet());
          }
        });
  }
}
