package io.groceryplanner.inventory;

import java.util.UUID;

/** Which item of a household. */
public record ItemId(UUID value) {

  static ItemId create() {
    return new ItemId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
