package io.groceryplanner.inventory;

import java.util.UUID;

/** Which stock entry of a household. */
public record StockEntryId(UUID value) {

  static StockEntryId create() {
    return new StockEntryId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
