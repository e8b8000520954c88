package io.groceryplanner.base.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** When something was or will be, to the second and in UTC, as the logs say it. */
public class Moment extends HtmlComponent {

  public Moment(Instant instant) {
    super("time");
    addClassName("num");
    getElement()
        .setAttribute("datetime", instant.truncatedTo(ChronoUnit.SECONDS).toString())
        .setText(text(instant, UI.getCurrent().getLocale()));
  }

  /** Such as {@code 23 Nov 2026, 17:42:10}. */
  public static String text(Instant instant, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", locale)
        .format(instant.atOffset(ZoneOffset.UTC));
  }
}
