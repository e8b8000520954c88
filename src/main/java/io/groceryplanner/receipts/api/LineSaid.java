package io.groceryplanner.receipts.api;

import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.receipts.LineCorrection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about a line. What it leaves out stays as it is; {@code null} clears what a
 * line can be without, its category, place and day, and elsewhere says nothing.
 *
 * <p>Fields instead of a record, as only a field that nothing is written to tells left out from
 * {@code null}.
 */
class LineSaid {

  public @Nullable UUID itemId;
  public @Nullable String description;
  public @Nullable BigDecimal quantity;
  public @Nullable String unit;
  public @Nullable BigDecimal lineTotal;
  public @Nullable BigDecimal discount;
  public @Nullable Boolean stocked;
  public @Nullable Optional<UUID> categoryId;
  public @Nullable Optional<UUID> locationId;
  public @Nullable Optional<LocalDate> useBy;

  /**
   * The line as it should be.
   *
   * @param item the one {@link #itemId} names; it brings its name, category and place, unless
   *     something else is said of them
   */
  LineCorrection onto(LineCorrection now, Optional<Item> item) {
    return new LineCorrection(
        said(description, item.map(Item::name).orElse(now.description())),
        said(quantity, now.quantity()),
        said(unit, now.unit()),
        said(lineTotal, now.lineTotal()),
        said(discount, now.discount()),
        said(stocked, now.stocked()),
        categoryId == null
            ? item.flatMap(Item::category).or(now::category)
            : categoryId.map(CategoryId::new),
        locationId == null
            ? item.flatMap(Item::location).or(now::location)
            : locationId.map(LocationId::new),
        said(useBy, now.useBy()));
  }

  private static <T> T said(@Nullable T said, T now) {
    return Objects.requireNonNullElse(said, now);
  }
}
