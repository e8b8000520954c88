package io.groceryplanner.aiservice.receipts.parsing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the day of purchase among all that looks like a date. */
final class Dates {

  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<![\\d.,/-])(\\d{1,4})\\s?([./,-]|\\s-\\s)\\s?(\\d{1,2})\\s?([./,-]|\\s-\\s)\\s?"
              + "(\\d{4}|\\d{2})(?!\\d{1,3}(?!\\d*:)|[./-]\\d)");
  private static final Pattern DAY_NAME_YEAR =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})[\\s./-]{0,2}([\\p{L}]{3,9})[\\s./,'-]{0,3}(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern NAME_DAY_YEAR =
      Pattern.compile(
          "(?<!\\p{L})(\\p{L}{3,9})\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})");

  /** A month begins with 0 or 1; tills that strike their zeros through have them read as 8. */
  private static final Pattern SLASHED_ZERO = Pattern.compile("[869][1-9]");

  private static final Pattern TIME = Pattern.compile("\\d{1,2}\\s?:\\s?\\d{2}");
  private static final Phrases SAYS_DATE =
      Phrases.of("date", "datum", "tarikh", "bill date", "invoice date", "dated");
  private static final Phrases OTHER_DATE =
      Phrases.of(
          "expiry",
          "valid",
          "until",
          "bis",
          "gultig",
          "best before",
          "due",
          "exp",
          "member since",
          "delivery",
          "return by",
          "mhd",
          "from",
          "effective",
          "printed");
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    List<List<String>> names =
        List.of(
            List.of("jan", "januar", "january"),
            List.of("feb", "februar", "february"),
            List.of("mar", "mrz", "marz", "maerz", "march", "mac"),
            List.of("apr", "april"),
            List.of("may", "mai", "mei"),
            List.of("jun", "juni", "june"),
            List.of("jul", "juli", "july"),
            List.of("aug", "august", "ogos"),
            List.of("sep", "sept", "september"),
            List.of("oct", "okt", "october", "oktober"),
            List.of("nov", "november"),
            List.of("dec", "dez", "december", "dezember", "dis"));
    for (int month = 0; month < names.size(); month++) {
      for (String name : names.get(month)) {
        MONTHS.put(name, month + 1);
      }
    }
  }

  private final boolean monthFirst;
  private final LocalDate today;
  private final Map<LocalDate, Double> votes = new HashMap<>();
  private final Map<LocalDate, Found<LocalDate>> places = new HashMap<>();

  private Dates(boolean monthFirst, LocalDate today) {
    this.monthFirst = monthFirst;
    this.today = today;
  }

  static @Nullable Found<LocalDate> find(List<Row> rows, Hints hints) {
    Dates dates = new Dates(isMonthFirst(rows, hints), hints.today());
    rows.forEach(dates::look);
    return dates.best();
  }

  /** Whether a row looks as if it told the day, however badly it was read. */
  static boolean mayBeIn(Row row) {
    return SAYS_DATE.in(row)
        || NUMBERS.matcher(row.text()).find()
        || TIME.matcher(row.text()).find()
        || DAY_NAME_YEAR.matcher(row.text()).find();
  }

  private static boolean isMonthFirst(List<Row> rows, Hints hints) {
    Locale locale = hints.locale();
    if (locale != null && !locale.getCountry().isEmpty()) {
      return locale.getCountry().equals("US");
    }
    Phrases american = Phrases.of("sales tax", "tax exempt", "state tax", "ebt", "snap");
    return "USD".equals(hints.currency()) || rows.stream().anyMatch(american::in);
  }

  private void look(Row row) {
    String text = row.text().replaceAll("(?<=\\d)[Oo](?=[\\d/.-])|(?<=[/.-])[Oo](?=\\d)", "0");
    Matcher numbers = NUMBERS.matcher(text);
    int from = 0;
    while (numbers.find(from)) {
      vote(row, numbers, ofNumbers(numbers.group(1), numbers.group(3), numbers.group(5)));
      from = numbers.start() + 1;
    }
    Matcher named = DAY_NAME_YEAR.matcher(text);
    while (named.find()) {
      vote(row, named, ofName(named.group(1), named.group(2), named.group(3)));
    }
    Matcher american = NAME_DAY_YEAR.matcher(text);
    while (american.find()) {
      vote(row, american, ofName(american.group(2), american.group(1), american.group(3)));
    }
  }

  private void vote(Row row, Matcher place, @Nullable LocalDate date) {
    if (date == null) {
      return;
    }
    double weight = 1;
    weight += SAYS_DATE.in(row) ? 1.5 : 0;
    weight += TIME.matcher(row.text()).find() ? 1 : 0;
    weight -= OTHER_DATE.in(row) ? 1.5 : 0;
    weight += date.isBefore(today.minusYears(15)) ? -0.5 : 0;
    if (votes.merge(date, Math.max(0.1, weight), Double::sum) > 0) {
      int end = Math.min(place.end(), row.text().length());
      places.putIfAbsent(
          date,
          new Found<>(date, row.confidenceOf(place.start(), end), row.boxOf(place.start(), end)));
    }
  }

  private @Nullable LocalDate ofNumbers(String first, String second, String third) {
    if (first.length() == 4) {
      return third.length() > 2 ? null : date(number(first), number(second), number(third));
    }
    if (first.length() == 3) {
      return null;
    }
    int year = number(third) + (third.length() == 2 ? 2000 : 0);
    LocalDate usual = ordered(year, first, second, monthFirst);
    if (usual != null) {
      return usual;
    }
    LocalDate turned = ordered(year, first, second, !monthFirst);
    if (turned != null || monthFirst || !SLASHED_ZERO.matcher(second).matches()) {
      return turned;
    }
    return ordered(year, first, "0" + second.charAt(1), false);
  }

  private @Nullable LocalDate ordered(int year, String first, String second, boolean monthLeads) {
    return monthLeads
        ? date(year, number(first), number(second))
        : date(year, number(second), number(first));
  }

  private @Nullable LocalDate ofName(String day, String name, String year) {
    Integer month = MONTHS.get(Phrases.fold(name));
    return month == null
        ? null
        : date(number(year) + (year.length() == 2 ? 2000 : 0), month, number(day));
  }

  /** A day on which somebody can have shopped: this century and not to come. */
  private @Nullable LocalDate date(int year, int month, int day) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return year < 2000 || date.isAfter(today.plusDays(1)) ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable Found<LocalDate> best() {
    double all = votes.values().stream().mapToDouble(d -> d).sum();
    return votes.entrySet().stream()
        .max(Map.Entry.<LocalDate, Double>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(winner -> {
          Found<LocalDate> place = places.get(winner.getKey());
          double share = winner.getValue() / all;
          return place == null
              ? null
              : new Found<>(place.value(), share * place.confidence(), place.box());
        })
        .orElse(null);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
