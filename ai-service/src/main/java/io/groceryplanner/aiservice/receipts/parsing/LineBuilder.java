package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of the receipt while its rows are being collected. */
final class LineBuilder {

  private final ParsedLine.Kind kind;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private long cents;
  private final double priceConfidence;
  private @Nullable Quantity quantity;
  private @Nullable Quantity suspected;
  private long discount;

  LineBuilder(ParsedLine.Kind kind, ItemRow row, Amount total) {
    this.kind = kind;
    this.cents = total.cents();
    this.priceConfidence = total.confidence();
    this.quantity = row.quantity();
    rows.add(row.row());
    if (!row.name().isEmpty()) {
      names.add(row.name());
    }
    if (quantity == null && row.leadingCount() instanceof BigDecimal count && count.signum() > 0) {
      BigDecimal each =
          BigDecimal.valueOf(cents, 2).divide(count, 2, java.math.RoundingMode.HALF_UP);
      quantity = new Quantity(count, null, each, 0, 0);
    }
  }

  long cents() {
    return cents;
  }

  /** The amount with its discount, as it counts towards the total. */
  long net() {
    return cents + discount;
  }

  /** Other amounts this line may have, each with the reason why the first may be misread. */
  List<Long> otherReadings() {
    List<Long> readings = new ArrayList<>();
    if (kind == ParsedLine.Kind.ITEM && cents < 0) {
      readings.add(-cents);
    }
    if (quantity instanceof Quantity found && !found.makes(cents)) {
      readings.add(found.cents());
    }
    if (suspected instanceof Quantity other && !other.makes(cents)) {
      readings.add(other.cents());
    }
    return readings;
  }

  void reread(long amount) {
    cents = amount;
  }

  boolean isNamed() {
    return names.stream().mapToLong(n -> n.chars().filter(Character::isLetter).count()).sum() >= 3;
  }

  void nameAbove(ItemRow row) {
    rows.addFirst(row.row());
    names.addFirst(row.name());
  }

  void nameBelow(ItemRow row) {
    rows.add(row.row());
    names.add(row.name());
  }

  void nameOnlyBelow(ItemRow row) {
    names.removeIf(n -> n.chars().filter(Character::isLetter).count() < 3);
    nameBelow(row);
  }

  void quantity(ItemRow row, Quantity found) {
    quantity = found;
    rows.add(row.row());
  }

  /** A count and a price beside this line that ought to make its amount, and do not. */
  void suspect(Quantity beside) {
    suspected = beside;
  }

  void discount(ItemRow row, long amount) {
    discount -= Math.abs(amount);
    rows.add(row.row());
  }

  ParsedLine build() {
    Box box = rows.stream().map(Row::box).reduce(Box::and).orElseThrow();
    String raw =
        String.join(
            "\n", rows.stream().sorted((a, b) -> a.index() - b.index()).map(Row::text).toList());
    Quantity q = quantity;
    boolean sound = q != null && q.makes(cents);
    double words = rows.getFirst().confidence();
    return new ParsedLine(
        kind,
        raw,
        String.join(" ", names).strip(),
        q == null
            ? null
            : q.count().stripTrailingZeros().scale() < 0
                ? q.count().setScale(0, java.math.RoundingMode.UNNECESSARY)
                : q.count().stripTrailingZeros(),
        q == null ? null : q.unit(),
        q == null ? null : q.price(),
        BigDecimal.valueOf(cents, 2),
        BigDecimal.valueOf(discount, 2),
        Math.min(0.99, Math.sqrt(words * priceConfidence) * (sound ? 1.05 : 0.97)),
        box);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d", names, cents);
  }
}
