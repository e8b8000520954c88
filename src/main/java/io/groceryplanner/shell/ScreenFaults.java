package io.groceryplanner.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.groceryplanner.base.FaultNumber;
import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Outage;
import io.groceryplanner.base.ui.Toast;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a person sees when an open screen fails: a defect is logged once and answered politely, a
 * lost connection and an ended session are said in plain words.
 */
@Component
class ScreenFaults implements VaadinServiceInitListener {

  private static final Logger log = LoggerFactory.getLogger(ScreenFaults.class);

  /** A replica that is replaced is away for seconds. */
  private static final int RECONNECT_EVERY_MS = 2_000;

  private final transient Messages messages;

  ScreenFaults(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void serviceInit(ServiceInitEvent init) {
    var service = init.getSource();
    service.addSessionInitListener(
        opened -> opened.getSession().setErrorHandler(ScreenFaults::report));
    service.addUIInitListener(opened -> sayWhenDisconnected(opened.getUI()));
    service.addUIInitListener(opened -> sayLanguage(opened.getUI()));
    service.setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
  }

  private static void report(ErrorEvent event) {
    var failure = event.getThrowable();
    var number = FaultNumber.next();
    boolean away = Outage.isBehind(failure);
    if (away) {
      log.warn("Database away while a screen was used, fault {}: {}", number, failure.toString());
    } else {
      log.error("Screen failed, fault {}", number, failure);
    }
    var ui = UI.getCurrent();
    if (ui != null) {
      Toast.problem(
          away
              ? ui.getTranslation("shell.away.toast")
              : ui.getTranslation("shell.fault.toast", number.value()));
    }
  }

  private static void sayWhenDisconnected(UI ui) {
    var texts = ui.getReconnectDialogConfiguration();
    texts.setDialogText(ui.getTranslation("shell.connection.lost"));
    texts.setReconnectInterval(RECONNECT_EVERY_MS);
    texts.setDialogTextGaveUp(ui.getTranslation("shell.connection.gave-up"));
  }

  /** The page as served says English; screen readers and hyphens go by this. */
  private static void sayLanguage(UI ui) {
    ui.getPage().executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
  }

  private SystemMessages systemMessages(Locale locale) {
    var system = new CustomizedSystemMessages();
    // The page is loaded again at its address: remember-me signs in, drafts bring text back.
    system.setSessionExpiredNotificationEnabled(false);
    system.setInternalErrorCaption(messages.say(locale, "shell.fault.title"));
    system.setInternalErrorMessage(messages.say(locale, "shell.fault.reload"));
    return system;
  }
}
