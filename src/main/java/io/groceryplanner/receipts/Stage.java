package io.groceryplanner.receipts;

/** How far a receipt has come; it only ever goes forward. */
public enum Stage {
  PENDING,
  EXTRACTED,
  ITEMS_CREATED,
  READY_FOR_REVIEW,
  CONFIRMED;

  /** Whether the pipeline still has something to do. */
  public boolean isUnderWay() {
    return compareTo(READY_FOR_REVIEW) < 0;
  }
}
