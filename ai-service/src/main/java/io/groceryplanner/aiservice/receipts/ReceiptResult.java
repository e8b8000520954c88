package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.base.ProblemCode;

/** What became of a receipt that was sent to be read or drawn. */
public sealed interface ReceiptResult<T> {

  record Done<T>(T value) implements ReceiptResult<T> {}

  /** It cannot be read, now or later. */
  record Refused<T>(ProblemCode code, String detail) implements ReceiptResult<T> {}

  /** It may be sent again in a while. */
  record TryLater<T>(ProblemCode code, String detail) implements ReceiptResult<T> {}
}
