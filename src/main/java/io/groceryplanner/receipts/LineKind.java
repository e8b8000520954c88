package io.groceryplanner.receipts;

/** What a line of a receipt stands for. */
public enum LineKind {
  ITEM,
  /** Money for a bottle or crate; never stock. */
  DEPOSIT,
  /** A discount that belongs to no single line. */
  DISCOUNT
}
