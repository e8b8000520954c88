package io.groceryplanner.shell;

import com.vaadin.flow.component.UI;
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
 * connection that is silent for minutes, and tells them when the replica goes.
 */
@Component
class OpenScreens implements VaadinServiceInitListener, SmartLifecycle {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(OpenScreens.class);
  private static final Duration FAREWELL = Duration.ofSeconds(3);

  /** By then a field that waits for a pause in typing has sent what is in it. */
  private static final Duration LAST_WORDS = Duration.ofMillis(700);

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

  /**
   * Before anything else stops: what is said must still get through, and so must what somebody has
   * just typed. A screen that is not there to answer is not waited for longer than the farewell.
   */
  @Override
  public void stop() {
    running.set(false);
    var answers = open.stream().map(OpenScreens::sayFarewell).toList();
    await(CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)));
    log.info(
        "Of {} open screens {} heard that this replica goes",
        answers.size(),
        answers.stream().filter(OpenScreens::hasHeard).count());
  }

  private static CompletableFuture<Void> sayFarewell(UI ui) {
    var heard = new CompletableFuture<Void>();
    ui.access(() -> {
      Toast.show(ui.getTranslation("shell.updating")).setDuration(0);
      ui.getPage()
          .executeJs(
              "return new Promise(heard => setTimeout(() => heard(true), $0))",
              (int) LAST_WORDS.toMillis())
          .then(
              _ -> heard.complete(null),
              failure -> heard.completeExceptionally(new IllegalStateException(failure)));
    });
    return heard;
  }

  private static void await(Future<Void> answers) {
    try {
      answers.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.debug("A screen did not hear that this replica goes", e);
    }
  }

  private static boolean hasHeard(CompletableFuture<Void> answer) {
    return answer.isDone() && !answer.isCompletedExceptionally();
  }

  @Override
  public boolean isRunning() {
    return running.get();
  }
}
