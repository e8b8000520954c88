package io.groceryplanner.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.groceryplanner.base.ui.Toast;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The screens this replica has open: lets something cross each now and then, since a proxy cuts a
 * connection that is silent for minutes, and tells them when the replica goes.
 */
@Component
class OpenScreens implements VaadinServiceInitListener, SmartLifecycle {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(OpenScreens.class);
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final transient Set<UI> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();

  @Override
  public void serviceInit(ServiceInitEvent init) {
    init.getSource()
        .addUIInitListener(opened -> {
          open.add(opened.getUI());
          opened.getUI().addDetachListener(closed -> open.remove(closed.getUI()));
        });
  }

  /** Well below the four minutes of the strictest ingress we run behind. */
  @Scheduled(
      initialDelayString = "${planner.screens.ping-every:45s}",
      fixedRateString = "${planner.screens.ping-every:45s}")
  void ping() {
    open.forEach(ui -> ui.access(() -> ui.getPage().executeJs("")));
  }

  @Override
  public void start() {
    running.set(true);
  }

  /** Before anything else stops: what is said must still get through. */
  @Override
  public void stop() {
    running.set(false);
    var told = open.stream().map(OpenScreens::sayFarewell).toList();
    long until = System.nanoTime() + FAREWELL.toNanos();
    for (var each : told) {
      await(each, until - System.nanoTime());
    }
    log.info("{} open screens were told that this replica goes", told.size());
  }

  private static Future<Void> sayFarewell(UI ui) {
    return ui.access(() -> Toast.show(ui.getTranslation("shell.updating")).setDuration(0));
  }

  private static void await(Future<Void> told, long nanos) {
    try {
      told.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.debug("A screen did not hear that this replica goes", e);
    }
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
