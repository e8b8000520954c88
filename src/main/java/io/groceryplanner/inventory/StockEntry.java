package io.groceryplanner.inventory;

import io.groceryplanner.base.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Some amount of an item that is in the house: one batch, with what it cost and when it should be
 * used.
 *
 * @param price what was paid for the whole entry
 */
public record StockEntry(
    StockEntryId id,
    ItemId item,
    String itemName,
    Optional<Category> category,
    Optional<StorageLocation> location,
    BigDecimal quantity,
    String unit,
    Optional<Money> price,
    Optional<LocalDate> purchasedOn,
    Optional<LocalDate> useBy) {}
