package io.groceryplanner.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.ui.ScreenWork;
import io.groceryplanner.live.ChangeNotices.Subscription;
import java.util.Optional;
import java.util.function.Predicate;

/** Keeps a screen up to date while it is open, without a reload. */
public final class LiveReading {

  private final ChangeNotices notices;
  private final HouseholdId household;
  private final Predicate<ChangeNotice> concerns;
  private final Runnable read;
  private Optional<Subscription> subscription = Optional.empty();

  private LiveReading(
      ChangeNotices notices,
      HouseholdId household,
      Predicate<ChangeNotice> concerns,
      Runnable read) {
    this.notices = notices;
    this.household = household;
    this.concerns = concerns;
    this.read = read;
  }

  /**
   * Reads when the screen opens and again at every notice that concerns it, until it is left.
   *
   * @param read called with the screen's UI locked
   */
  public static void keep(
      Component screen,
      ChangeNotices notices,
      HouseholdId household,
      Predicate<ChangeNotice> concerns,
      Runnable read) {
    var reading = new LiveReading(notices, household, concerns, read);
    screen.addAttachListener(attached -> reading.begin(attached.getUI()));
    screen.addDetachListener(_ -> reading.end());
  }

  private void begin(UI ui) {
    end();
    subscription =
        Optional.of(
            notices.subscribe(
                household,
                notice -> {
                  if (concerns.test(notice)) {
                    ScreenWork.on(ui, read);
                  }
                }));
    // What changed between the first reading and the subscription would go unseen.
    read.run();
  }

  private void end() {
    subscription.ifPresent(Subscription::end);
    subscription = Optional.empty();
  }
}
