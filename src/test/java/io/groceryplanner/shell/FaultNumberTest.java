package io.groceryplanner.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the number that a person quotes to the line in the log and from there to the trace. */
@IntegrationTest
class FaultNumberTest {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}");

  @Autowired ApplicationContext context;

  private final Logger shell = (Logger) LoggerFactory.getLogger("io.groceryplanner.shell");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void open() {
    lines.start();
    shell.addAppender(lines);
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);
  }

  @AfterEach
  void close() {
    shell.detachAppender(lines);
    Screens.close();
  }

  @Test
  void theNumberInAToastIsInTheLogBesideTheTraceOfWhatWasPressed() throws Exception {
    UI.getCurrent().navigate("pantry");
    var button = new Button("Break", _ -> breakDown());
    UI.getCurrent().getCurrentView().getElement().appendChild(button.getElement());

    Screens.tell(button, "click");

    var toast = getNotifications().getLast().getElement().getTextRecursively();
    assertIsTraced(number(toast));
  }

  @Test
  void theNumberOfAPageThatDoesNotOpenIsInTheLogBesideItsTrace() {
    RouteConfiguration.forSessionScope().setRoute("broken", BrokenView.class);

    UI.getCurrent().navigate("broken");

    assertIsTraced(number(_get(UnexpectedErrorView.class).getElement().getTextRecursively()));
  }

  @AnonymousAllowed
  static class BrokenView extends Div {
    BrokenView() {
      breakDown();
    }
  }

  private static void breakDown() {
    throw new IllegalStateException("broken on purpose");
  }

  private static String number(String words) {
    var found = NUMBER.matcher(words);
    assertThat(found.find()).as(words).isTrue();
    return found.group();
  }

  private void assertIsTraced(String number) {
    assertThat(lines.list)
        .filteredOn(line -> line.getFormattedMessage().contains(number))
        .singleElement()
        .satisfies(line -> {
          assertThat(ThrowableProxyUtil.asString(line.getThrowableProxy()))
              .contains("broken on purpose");
          assertThat(line.getMDCPropertyMap().get("traceId")).matches("[0-9a-f]{32}");
        });
  }
}
