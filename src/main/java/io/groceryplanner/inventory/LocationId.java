package io.groceryplanner.inventory;

import java.util.UUID;

/** Which storage location of a household. */
public record LocationId(UUID value) {

  static LocationId create() {
    return new LocationId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
