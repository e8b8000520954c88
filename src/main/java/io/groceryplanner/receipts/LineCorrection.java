package io.groceryplanner.receipts;

import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.LocationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a person says a line really is. */
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
