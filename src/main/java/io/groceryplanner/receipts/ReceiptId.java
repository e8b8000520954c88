package io.groceryplanner.receipts;

import java.util.UUID;

/** Which receipt of a household. */
public record ReceiptId(UUID value) {

  static ReceiptId create() {
    return new ReceiptId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
