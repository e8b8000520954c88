package io.groceryplanner.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.groceryplanner.base.ui.Toast;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
 * connection that is silent for minutes. When the replica goes it tells them, and waits a moment
 * for what was typed last.
 */
@Component
class OpenScreens implements VaadinServiceInitListener, SmartLifecycle {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(OpenScreens.class);

  /** How long screens that do not answer hold up the end; closed tabs are among them. */
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  private static final String LAST_WORDS = "last-words";

  /** A field that is left tells what was typed. Then the field is theirs again. */
  private static final String SAY_LAST_WORDS =
      """
      const field = document.activeElement;
      field?.blur();
      setTimeout(() => {
        this.dispatchEvent(new CustomEvent('%s'));
        field?.focus({ preventScroll: true });
      }, 0);
      """
          .formatted(LAST_WORDS);

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

  /** Before anything else stops: what is said must still get through, both ways. */
  @Override
  public void stop() {
    running.set(false);
    var answers = open.stream().map(OpenScreens::sayFarewell).toList();
    long until = System.nanoTime() + FAREWELL.toNanos();
    for (var each : answers) {
      await(each, until - System.nanoTime());
    }
    log.info(
        "{} open screens were told that this replica goes, and {} answered",
        answers.size(),
        answers.stream().filter(CompletableFuture::isDone).count());
  }

  /** Done once the screen's last words were heard, and with them all that it had still to send. */
  private static CompletableFuture<Void> sayFarewell(UI ui) {
    var answer = new CompletableFuture<Void>();
    try {
      ui.access(() -> {
        Toast.show(ui.getTranslation("shell.updating")).setDuration(0);
        ui.getElement().addEventListener(LAST_WORDS, _ -> answer.complete(null));
        ui.getElement().executeJs(SAY_LAST_WORDS);
      });
    } catch (UIDetachedException e) {
      answer.complete(null);
    }
    return answer;
  }

  private static void await(Future<Void> answer, long nanos) {
    try {
      answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.debug("A screen said nothing when it was told that this replica goes", e);
    }
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
