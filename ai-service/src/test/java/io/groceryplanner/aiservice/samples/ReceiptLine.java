package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;

/**
 * One bought line as a reader of the receipt should understand it.
 *
 * @param description the product's name as printed, a wrapped name joined by one space
 * @param quantity pieces or weight
 * @param unit what the quantity counts
 * @param unitPrice price of one unit, negative for returned deposits
 * @param lineTotal quantity times unit price, before the discount
 * @param discount zero or negative
 * @param kind item or deposit
 */
public record ReceiptLine(
    String description,
    BigDecimal quantity,
    Unit unit,
    BigDecimal unitPrice,
    BigDecimal lineTotal,
    BigDecimal discount,
    Kind kind) {

  /** Whether a line is merchandise or a bottle deposit. */
  public enum Kind {
    /** Merchandise. */
    ITEM("item"),
    /** A deposit charged or paid back. */
    DEPOSIT("deposit");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** The kind as the truth file writes it. */
    public String code() {
      return code;
    }
  }

  /** What the line adds to the bill. */
  public BigDecimal net() {
    return lineTotal.add(discount);
  }
}
