package io.groceryplanner.receipts;

/** That a photo is to be read again while its receipt is open for review. */
public enum Rescan {
  /** What a person corrected or wrote stays. */
  KEEPING_CORRECTIONS,
  REPLACING_ALL,
  /** It did not work; everything is as it was. */
  FAILED
}
