package io.groceryplanner.base;

import java.util.UUID;

/** Which household: every feature's call begins with one. */
public record HouseholdId(UUID value) {

  /** A new id; time-ordered ids would tell when a household joined, so it is random. */
  public static HouseholdId create() {
    return new HouseholdId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
