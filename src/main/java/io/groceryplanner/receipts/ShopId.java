package io.groceryplanner.receipts;

import java.util.UUID;

/** Identifies a shop of a household. */
public record ShopId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
