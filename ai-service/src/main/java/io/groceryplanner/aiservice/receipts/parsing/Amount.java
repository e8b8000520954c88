package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;

/** An amount of money in a row, from {@code start} to {@code end} of the row's text. */
record Amount(long cents, int start, int end, Box box, double confidence) {

  boolean isNegative() {
    return cents < 0;
  }
}
