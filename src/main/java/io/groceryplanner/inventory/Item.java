package io.groceryplanner.inventory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something a household buys: what stock entries, receipts and recipes refer to.
 *
 * @param location where it was put last
 * @param shelfLifeDays how long after shopping it was to be used, last time somebody said so
 */
public record Item(
    ItemId id,
    String name,
    Optional<CategoryId> category,
    Optional<LocationId> location,
    OptionalInt shelfLifeDays) {}
