package io.groceryplanner.ops.ui;

import io.groceryplanner.base.ui.DayText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as the clock on the person's wall shows them, with the day where it is another one. */
final class ClockText {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private ClockText() {}

  static String minute(Instant moment, Instant now, ZoneId zone, Locale locale) {
    return withDay(MINUTES, moment, now, zone, locale);
  }

  static String second(Instant moment, Instant now, ZoneId zone, Locale locale) {
    return withDay(SECONDS, moment, now, zone, locale);
  }

  private static String withDay(
      DateTimeFormatter format, Instant moment, Instant now, ZoneId zone, Locale locale) {
    var there = moment.atZone(zone);
    var today = now.atZone(zone).toLocalDate();
    var time = format.format(there);
    return there.toLocalDate().equals(today)
        ? time
        : DayText.day(there.toLocalDate(), today, locale) + ", " + time;
  }
}
