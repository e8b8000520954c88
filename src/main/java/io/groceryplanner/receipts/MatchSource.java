package io.groceryplanner.receipts;

/** How a line came to its item. */
public enum MatchSource {
  /** The names are equal. */
  EXACT,
  /** This shop's line meant it when a receipt was last accepted. */
  REMEMBERED,
  /** The same words, as tills shorten and turn them. */
  NORMALISED,
  /** The same words but for a misread letter. */
  SIMILAR,
  /** Other words for the same thing. */
  MEANING,
  PERSON
}
