package io.groceryplanner.inventory;

import java.util.Optional;

/** Something a household buys: what stock entries, receipts and recipes refer to. */
public record Item(
    ItemId id, String name, Optional<CategoryId> category, Optional<LocationId> location) {}
