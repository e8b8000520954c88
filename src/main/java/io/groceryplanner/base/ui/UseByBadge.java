package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A use-by date as loud as it deserves: gone, today, this week, or a plain date. */
public class UseByBadge extends Span {

  private static final int SOON_DAYS = 6;

  /**
   * @param today today where the household lives
   */
  public UseByBadge(LocalDate useBy, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, useBy);
    if (days > SOON_DAYS) {
      addClassNames("small", "muted", "num");
      setText(DayText.day(useBy, today, getLocale()));
    } else {
      addClassNames("badge", tone(days).className());
      add(new Icon(days < 0 ? Symbol.CLOSE : Symbol.CLOCK), new Span(words(days, useBy, today)));
    }
    getElement().setAttribute("title", DayText.weekdayAndDay(useBy, today, getLocale()));
  }

  private static Tone tone(long days) {
    if (days < 0) {
      return Tone.GONE;
    }
    return days == 0 ? Tone.TODAY : Tone.SOON;
  }

  private String words(long days, LocalDate useBy, LocalDate today) {
    if (days == -1) {
      return getTranslation("base.yesterday");
    }
    if (days < 0) {
      return DayText.day(useBy, today, getLocale());
    }
    if (days == 0) {
      return getTranslation("base.today");
    }
    return days == 1 ? getTranslation("base.tomorrow") : DayText.weekday(useBy, getLocale());
  }
}
