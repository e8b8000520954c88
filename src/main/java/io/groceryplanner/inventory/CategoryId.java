package io.groceryplanner.inventory;

import java.util.UUID;

/** Which category of a household. */
public record CategoryId(UUID value) {

  static CategoryId create() {
    return new CategoryId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
