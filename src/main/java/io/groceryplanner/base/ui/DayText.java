package io.groceryplanner.base.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days as people say them: short, with the year only where it is another one. */
public final class DayText {

  private DayText() {}

  /** Such as {@code 26 Nov}, {@code 26. Nov.} or, in another year, {@code 9 Aug 2027}. */
  public static String day(LocalDate day, LocalDate today, Locale locale) {
    var skeleton = day.getYear() == today.getYear() ? "MMMd" : "yMMMd";
    return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(spoken(locale)).format(day);
  }

  /** With the weekday before it, such as {@code Thu 26 Nov}. */
  public static String weekdayAndDay(LocalDate day, LocalDate today, Locale locale) {
    return weekday(day, locale) + " " + day(day, today, locale);
  }

  public static String weekday(LocalDate day, Locale locale) {
    return day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, spoken(locale));
  }

  /** English of no country puts the month first; most of our readers put the day first. */
  private static Locale spoken(Locale locale) {
    return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
  }
}
