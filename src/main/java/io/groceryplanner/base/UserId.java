package io.groceryplanner.base;

import java.util.UUID;

/** Which person. */
public record UserId(UUID value) {

  public static UserId create() {
    return new UserId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
