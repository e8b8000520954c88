package io.groceryplanner.inventory;

import io.groceryplanner.base.Money;
import java.util.List;
import java.util.Optional;

/**
 * How much is at one place.
 *
 * @param location where; empty for entries that have no place yet
 * @param paid what the entries cost together, one sum for each currency
 */
public record StockTotal(Optional<StorageLocation> location, long entries, List<Money> paid) {}
