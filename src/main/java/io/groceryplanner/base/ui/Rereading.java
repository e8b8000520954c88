package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads a screen anew every few seconds while it is open, for what changes all the time in all
 * replicas and of which no change notice tells. The browser asks, so nothing runs for a closed one.
 */
public final class Rereading {

  private static final Logger log = LoggerFactory.getLogger(Rereading.class);

  private Rereading() {}

  public static void keep(Component screen, Duration every, Runnable read) {
    var keeper = new Keeper();
    screen.addAttachListener(attached -> keeper.begin(attached.getUI(), every, read));
    screen.addDetachListener(detached -> keeper.end(detached.getUI()));
  }

  private static final class Keeper implements java.io.Serializable {
    private Optional<Registration> listening = Optional.empty();

    void begin(UI ui, Duration every, Runnable read) {
      ui.setPollInterval((int) every.toMillis());
      listening = Optional.of(ui.addPollListener(_ -> quietly(read)));
    }

    /** While the database is away, what stands on the screen stays; nobody pressed anything. */
    private static void quietly(Runnable read) {
      try {
        read.run();
      } catch (DataAccessException | TransactionException e) {
        log.debug("A screen could not be read anew", e);
      }
    }

    void end(UI ui) {
      listening.ifPresent(Registration::remove);
      listening = Optional.empty();
      ui.setPollInterval(-1);
    }
  }
}
