package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.ui.DayText;
import io.groceryplanner.receipts.ReceiptSummary;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What receipts are called, and how their figures are written. */
final class ReceiptText {

  private static final int FINEST = 3;

  private ReceiptText() {}

  /** The shop where it was read, else the file's name. */
  static String name(ReceiptSummary receipt) {
    return receipt.merchant().filter(shop -> !shop.isBlank()).orElse(receipt.fileName());
  }

  /** As much as is known: shop, day and total. */
  static String nameDayAndTotal(ReceiptSummary receipt, LocalDate today, Locale locale) {
    return Stream.of(
            Stream.of(name(receipt)),
            receipt.purchasedOn().stream().map(day -> day(day, today, locale)),
            receipt.total().stream().map(total -> total.format(locale)))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(", "));
  }

  static String day(LocalDate day, LocalDate today, Locale locale) {
    return DayText.weekdayAndDay(day, today, locale);
  }

  static String time(ZonedDateTime moment, Locale locale) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(spoken(locale))
        .format(moment);
  }

  /** English of no country is taken as British: day before month, and 24 hours. */
  static Locale spoken(Locale locale) {
    return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
  }

  /** An amount without its currency, for columns and fields where the currency is known. */
  static String plain(BigDecimal amount, String currencyCode, Locale locale) {
    var digits = Math.max(Currency.getInstance(currencyCode).getDefaultFractionDigits(), 0);
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(Math.max(digits, amount.stripTrailingZeros().scale()));
    return format.format(amount);
  }

  /** A quantity without zeros that say nothing. */
  static String quantity(BigDecimal quantity, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(FINEST);
    return format.format(quantity);
  }
}
