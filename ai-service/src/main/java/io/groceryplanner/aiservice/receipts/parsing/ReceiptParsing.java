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
    Found<String> merchant = Merchants.find(rows);
    Found<LocalDate> date = Dates.find(rows, hints);
    return new ParsedReceipt(
        merchant,
        date,
        Currencies.find(rows, hints),
        orNull(totals.first(RowKind.SUBTOTAL)),
        orNull(totals.first(RowKind.TAX)),
        discounts(lines),
        money,
        lines,
        linesTotal,
        money == null ? null : linesTotal.subtract(money.value()),
        rows.stream().map(Row::text).collect(Collectors.joining("\n")),
        Doubts.in(rows, merchant, date));
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
