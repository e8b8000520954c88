package io.groceryplanner.aiservice.receipts.parsing;

/** What a row says, as far as its words give it away. */
enum RowKind {
  /** The amount to be paid, in words that mean nothing else. */
  FINAL_TOTAL,
  TOTAL,
  SUBTOTAL,
  TAX,
  ROUNDING,
  /** Money handed over or taken from a card. */
  TENDER,
  CHANGE,
  /** How many articles were bought. */
  COUNT,
  /** The head of a table of articles. */
  ITEM_HEADER,
  /** The head of a table of taxes, after which amounts repeat. */
  TAX_TABLE,
  DISCOUNT,
  DEPOSIT,
  /** The price of one, or the number of an article whose line stands beside it. */
  EXPLANATION,
  /** Telephone, date, till, cashier and the like. */
  META,
  OTHER
}
