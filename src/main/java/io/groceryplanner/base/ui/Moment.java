package io.groceryplanner.base.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * When something was or will be, to the second, such as {@code 23 Nov 2026, 17:42:10}: by the clock
 * of who reads it. Pointed at, it says the same in UTC, to be looked up in a log.
 */
public class Moment extends HtmlComponent {

  public Moment(Instant instant, ZoneId zone) {
    super("time");
    addClassName("num");
    var utc = instant.truncatedTo(ChronoUnit.SECONDS).toString();
    setTitle(utc);
    getElement()
        .setAttribute("datetime", utc)
        .setText(text(instant, zone, UI.getCurrent().getLocale()));
  }

  private static String text(Instant instant, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", locale).format(instant.atZone(zone));
  }
}
