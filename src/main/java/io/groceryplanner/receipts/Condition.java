package io.groceryplanner.receipts;

/** How a receipt fares, for people and alerts; scheduling never reads it. */
public enum Condition {
  OK,
  AWAITING_AI,
  FAILED
}
