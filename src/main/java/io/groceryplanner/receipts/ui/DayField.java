package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** A date in the reader's language and order. */
class DayField extends DatePicker {

  DayField(String label) {
    super(label);
    var locale = ReceiptText.spoken(getLocale());
    setLocale(locale);
    setI18n(words(locale));
    setClearButtonVisible(true);
  }

  private DatePickerI18n words(Locale locale) {
    return new DatePickerI18n()
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList())
        .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
        .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
        .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
        .setToday(getTranslation("base.today"))
        .setCancel(getTranslation("receipts.ui.cancel"))
        .setBadInputErrorMessage(getTranslation("receipts.ui.not-a-date"));
  }

  /** From Sunday on, as the date picker counts. */
  private static java.util.List<String> days(TextStyle style, Locale locale) {
    return IntStream.range(0, 7)
        .mapToObj(day -> DayOfWeek.SUNDAY.plus(day).getDisplayName(style, locale))
        .toList();
  }
}
