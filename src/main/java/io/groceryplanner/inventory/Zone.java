package io.groceryplanner.inventory;

/** How a storage location keeps things. */
public enum Zone {
  FRIDGE,
  FREEZER,
  PANTRY,
  CELLAR,
  OTHER
}
