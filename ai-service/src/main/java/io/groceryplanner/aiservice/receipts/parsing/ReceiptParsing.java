package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands rows of words as a receipt. */
public final class ReceiptParsing {

  /** In cents: cash is rounded to coins, whose largest is one or five. */
  private static final long LARGEST_ROUNDING = 500;

  private ReceiptParsing() {}

  /** What was read, row by row as the receipt is understood, without specks. */
  public static List<List<Word>> rows(List<List<Word>> words) {
    return Rows.of(words).stream().map(Row::words).toList();
  }

  public static ParsedReceipt parse(List<List<Word>> words, Hints hints) {
    List<Row> rows = Rows.of(words);
    List<RowKind> kinds = rows.stream().map(RowKinds::of).toList();
    ItemRegion region = ItemRegion.in(rows, kinds);
    List<LineBuilder> drafts = Lines.of(region.rows(rows, kinds));
    Totals totals = Totals.of(rows, kinds, Math.min(region.to(), rows.size()));
    Found<Long> total = totals.best(Reconciliation.sum(drafts), drafts.size());
    List<ParsedLine> lines =
        (total == null ? drafts : Reconciliation.of(drafts, total.value()))
            .stream().map(LineBuilder::build).toList();
    BigDecimal linesTotal =
        lines.stream()
            .map(line -> line.lineTotal().add(line.discount()))
            .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    Found<BigDecimal> money =
        total == null ? null : new Found<>(money(total.value()), total.confidence(), total.box());
    BigDecimal difference = money == null ? null : linesTotal.subtract(money.value());
    BigDecimal tax = orNull(totals.first(RowKind.TAX));
    BigDecimal rounding = rounding(totals, difference, tax);
    Found<String> merchant = Merchants.find(rows);
    Found<LocalDate> date = Dates.find(rows, hints);
    return new ParsedReceipt(
        merchant,
        date,
        Currencies.find(rows, hints),
        orNull(totals.first(RowKind.SUBTOTAL)),
        tax,
        rounding,
        discounts(lines),
        money,
        lines,
        linesTotal,
        difference,
        rows.stream().map(Row::text).collect(Collectors.joining("\n")),
        Doubts.in(rows, merchant, date));
  }

  /**
   * What the amount to pay was rounded by. Its sign may be printed behind it or not at all, so
   * where one of both signs makes the sums agree, it is that one.
   */
  private static @Nullable BigDecimal rounding(
      Totals totals, @Nullable BigDecimal difference, @Nullable BigDecimal tax) {
    Long cents = totals.last(RowKind.ROUNDING);
    if (cents == null || cents == 0 || Math.abs(cents) >= LARGEST_ROUNDING) {
      return null;
    }
    BigDecimal printed = money(cents);
    if (difference == null) {
      return printed;
    }
    BigDecimal other = printed.negate();
    boolean isOther =
        difference.add(other).signum() == 0
            || (tax != null && difference.add(tax).add(other).signum() == 0);
    return isOther ? other : printed;
  }

  private static @Nullable BigDecimal discounts(List<ParsedLine> lines) {
    List<BigDecimal> all = new ArrayList<>();
    for (ParsedLine line : lines) {
      all.add(line.kind() == ParsedLine.Kind.DISCOUNT ? line.lineTotal() : line.discount());
    }
    BigDecimal sum = all.stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    return sum.signum() == 0 ? null : sum;
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private static @Nullable BigDecimal orNull(@Nullable Long cents) {
    return cents == null ? null : money(cents);
  }
}
