package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.groceryplanner.base.ui.ScreenWork;
import io.groceryplanner.ops.Degradations.Subscription;
import java.util.List;
import java.util.function.Function;

/** Keeps a screen up to date with what is away, while it is open. */
final class LiveState {

  private LiveState() {}

  /**
   * @param sources each subscribes a listener to what the screen shows
   * @param show called with the screen's UI locked: when it opens, and after each change
   */
  static void keep(
      Component screen, List<Function<Runnable, Subscription>> sources, Runnable show) {
    screen.addAttachListener(attached -> {
      var subscriptions = subscribe(attached.getUI(), sources, show);
      // What changed between building and subscribing would go unseen.
      show.run();
      screen.addDetachListener(detached -> {
        detached.unregisterListener();
        subscriptions.forEach(Subscription::end);
      });
    });
  }

  private static List<Subscription> subscribe(
      UI ui, List<Function<Runnable, Subscription>> sources, Runnable show) {
    return sources.stream().map(source -> source.apply(() -> ScreenWork.on(ui, show))).toList();
  }
}
