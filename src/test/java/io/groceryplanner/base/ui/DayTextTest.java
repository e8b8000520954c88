package io.groceryplanner.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayTextTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void a_day_of_this_year_is_said_without_the_year() {
    assertThat(DayText.day(LocalDate.of(2026, 11, 26), TODAY, Locale.ENGLISH)).isEqualTo("26 Nov");
    assertThat(DayText.day(LocalDate.of(2026, 11, 26), TODAY, Locale.GERMAN)).isEqualTo("26. Nov.");
  }

  @Test
  void a_day_of_another_year_is_said_with_it() {
    assertThat(DayText.day(LocalDate.of(2027, 8, 9), TODAY, Locale.ENGLISH))
        .isEqualTo("9 Aug 2027");
  }

  @Test
  void an_american_reads_the_month_first() {
    assertThat(DayText.day(LocalDate.of(2026, 11, 26), TODAY, Locale.US)).isEqualTo("Nov 26");
  }

  @Test
  void weekdays_stand_alone_without_a_dot() {
    assertThat(DayText.weekday(LocalDate.of(2026, 11, 26), Locale.ENGLISH)).isEqualTo("Thu");
    assertThat(DayText.weekday(LocalDate.of(2026, 11, 26), Locale.GERMAN)).isEqualTo("Do");
  }
}
