package io.groceryplanner.aiservice.receipts.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the rows between the head and the sums together into lines. */
final class Lines {

  /** Where the name of an article stands, seen from its price. */
  private enum NamePlace {
    SAME_ROW,
    ABOVE,
    BELOW
  }

  private static final Phrases RETURNED = Phrases.of("leergut", "pfandruckgabe", "leergutbon");

  private final List<LineBuilder> lines = new ArrayList<>();
  private final List<ItemRow> pending = new ArrayList<>();
  private @Nullable Quantity waiting;
  private @Nullable ItemRow waitingRow;

  private Lines() {}

  static List<LineBuilder> of(List<ItemRow> rows) {
    Lines result = new Lines();
    NamePlace place = place(rows);
    for (ItemRow row : rows) {
      result.take(row, place);
    }
    result.finish(place);
    return result.lines;
  }

  private static NamePlace place(List<ItemRow> rows) {
    List<ItemRow> priced =
        rows.stream().filter(ItemRow::isPriced).filter(r -> r.kind() != RowKind.DISCOUNT).toList();
    long nameless = priced.stream().filter(r -> !r.isNamed()).count();
    if (priced.isEmpty() || nameless * 2 <= priced.size()) {
      return NamePlace.SAME_ROW;
    }
    int above = 0;
    int below = 0;
    for (int i : IntStream.range(0, rows.size()).toArray()) {
      ItemRow row = rows.get(i);
      if (row.isPriced() && !row.isNamed()) {
        above += i > 0 && isName(rows.get(i - 1)) ? 1 : 0;
        below += i + 1 < rows.size() && isName(rows.get(i + 1)) ? 1 : 0;
      }
    }
    return above >= below ? NamePlace.ABOVE : NamePlace.BELOW;
  }

  private static boolean isName(ItemRow row) {
    return !row.isPriced() && row.quantity() == null && row.isNamed();
  }

  private void take(ItemRow row, NamePlace place) {
    Amount total = row.total();
    Quantity quantity = row.quantity();
    if (total == null && quantity != null) {
      attach(row, quantity);
    } else if (total == null) {
      name(row, place);
    } else if (isDiscount(row, total)) {
      discount(row, total);
    } else if (total.cents() != 0) {
      begin(row, total, place);
    }
  }

  private static boolean isDiscount(ItemRow row, Amount total) {
    return row.kind() == RowKind.DISCOUNT
        || (total.isNegative() && row.kind() != RowKind.DEPOSIT && !row.isNamed());
  }

  private void discount(ItemRow row, Amount total) {
    if (total.cents() == 0) {
      return;
    }
    if (lines.isEmpty()) {
      lines.add(new LineBuilder(ParsedLine.Kind.DISCOUNT, row, total));
    } else {
      lines.getLast().discount(row, total.cents());
    }
  }

  /** A count and a price in a row of their own belong to the line they explain. */
  private void attach(ItemRow row, Quantity quantity) {
    if (!lines.isEmpty()) {
      LineBuilder last = lines.getLast();
      if (quantity.makes(last.cents())) {
        last.quantity(row, quantity);
        return;
      }
      if (quantity.withoutLastDigit().makes(last.cents())) {
        last.quantity(row, quantity.withoutLastDigit());
        return;
      }
    }
    waiting = quantity;
    waitingRow = row;
    if (row.isNamed()) {
      pending.add(row);
    }
  }

  private void name(ItemRow row, NamePlace place) {
    if (row.kind() == RowKind.META || row.name().isEmpty()) {
      return;
    }
    if (place == NamePlace.ABOVE || lines.isEmpty()) {
      pending.add(row);
    } else if (place == NamePlace.BELOW) {
      lines.getLast().nameOnlyBelow(row);
    } else {
      pending.add(row);
    }
  }

  private void begin(ItemRow row, Amount total, NamePlace place) {
    boolean deposit = row.kind() == RowKind.DEPOSIT;
    LineBuilder line =
        deposit
            ? new LineBuilder(ParsedLine.Kind.DEPOSIT, row, returned(row, total))
            : new LineBuilder(ParsedLine.Kind.ITEM, row, total);
    if (place == NamePlace.ABOVE || !row.isNamed()) {
      int from = place == NamePlace.ABOVE ? Math.max(0, pending.size() - 3) : pending.size() - 1;
      for (int i = pending.size() - 1; i >= Math.max(0, from); i--) {
        line.nameAbove(pending.get(i));
      }
    } else {
      wrapInto();
    }
    pending.clear();
    Quantity before = waiting;
    if (before != null && waitingRow != null && before.makes(total.cents())) {
      line.quantity(waitingRow, before);
    } else if (before != null) {
      line.suspect(before);
    }
    waiting = null;
    lines.add(line);
  }

  /** Empty bottles given back are paid for by the shop, even where the minus was not read. */
  private static Amount returned(ItemRow row, Amount total) {
    return !total.isNegative() && RETURNED.in(row.row())
        ? new Amount(-total.cents(), total.start(), total.end(), total.box(), total.confidence())
        : total;
  }

  /** Names without a price below a named line are the rest of its name. */
  private void wrapInto() {
    if (!lines.isEmpty()) {
      pending.stream().limit(2).forEach(lines.getLast()::nameBelow);
    }
  }

  private void finish(NamePlace place) {
    if (place == NamePlace.SAME_ROW) {
      wrapInto();
    }
  }
}
