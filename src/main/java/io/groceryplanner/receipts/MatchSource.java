package io.groceryplanner.receipts;

/** How a line came to its item. */
public enum MatchSource {
  EXACT,
  PERSON
}
