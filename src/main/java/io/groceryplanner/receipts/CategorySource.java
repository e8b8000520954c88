package io.groceryplanner.receipts;

/** How a line came to its category. */
public enum CategorySource {
  /** The item has it from earlier. */
  ITEM,
  /** It is what such things are in every household. */
  CATALOGUE,
  MODEL,
  PERSON
}
