package io.groceryplanner.receipts;

import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.LocationId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line item of a receipt.
 *
 * @param rawText as it was read from the paper
 * @param description what the item is called; a person may change it
 * @param lineTotal what is printed for the line, before its discount
 * @param discount what is taken off, zero or less
 * @param confidence how well it was read, 0…1
 * @param stocked whether it goes into the pantry
 * @param matchSource why it is this item; remembered also for what is never put away
 * @param matchConfidence how sure that is, 0…1; nothing where a person said it
 * @param corrected whether a person said something about it
 */
public record ReceiptLine(
    int lineNo,
    LineKind kind,
    String rawText,
    String description,
    BigDecimal quantity,
    String unit,
    Optional<BigDecimal> unitPrice,
    BigDecimal lineTotal,
    BigDecimal discount,
    double confidence,
    Optional<LineBox> box,
    boolean stocked,
    Optional<ItemId> item,
    Optional<MatchSource> matchSource,
    OptionalDouble matchConfidence,
    Optional<CategoryId> category,
    Optional<CategorySource> categorySource,
    Optional<LocationId> location,
    Optional<LocalDate> useBy,
    boolean corrected) {

  /** What the line adds to the receipt's total. */
  public BigDecimal amount() {
    return lineTotal.add(discount);
  }
}
