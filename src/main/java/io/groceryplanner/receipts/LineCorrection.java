package io.groceryplanner.receipts;

import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.LocationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person says a line really is.
 *
 * @param quantity to the thousandth
 * @param unit at most 20 characters; not only the usual ones
 * @param lineTotal to the cent; less than nothing where money was given back
 * @param discount what is taken off, written with its minus or without; kept as zero or less
 */
public record LineCorrection(
    String description,
    BigDecimal quantity,
    String unit,
    BigDecimal lineTotal,
    BigDecimal discount,
    boolean stocked,
    Optional<CategoryId> category,
    Optional<LocationId> location,
    Optional<LocalDate> useBy) {

  public LineCorrection {
    description = ItemName.inOneLine(description);
    quantity = KeptNumbers.quantity(quantity);
    unit = unit.strip();
    lineTotal = KeptNumbers.money(lineTotal);
    discount = KeptNumbers.money(discount).abs().negate();
  }

  /** Nothing said yet of a line that is about to be added: one piece of something, for stock. */
  public static LineCorrection empty() {
    return new LineCorrection(
        "",
        BigDecimal.ONE,
        "piece",
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A correction that changes nothing yet; a screen starts from it. */
  public static LineCorrection of(ReceiptLine line) {
    return new LineCorrection(
        line.description(),
        line.quantity(),
        line.unit(),
        line.lineTotal(),
        line.discount(),
        line.stocked(),
        line.category(),
        line.location(),
        line.useBy());
  }
}
