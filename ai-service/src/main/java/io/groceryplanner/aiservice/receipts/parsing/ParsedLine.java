package io.groceryplanner.aiservice.receipts.parsing;

import io.groceryplanner.aiservice.receipts.reading.Box;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing bought, deposited or taken off. */
public record ParsedLine(
    Kind kind,
    String rawText,
    String description,
    @Nullable BigDecimal quantity,
    @Nullable String unit,
    @Nullable BigDecimal unitPrice,
    BigDecimal lineTotal,
    BigDecimal discount,
    double confidence,
    Box box) {

  /** What a line stands for. */
  public enum Kind {
    ITEM,
    DEPOSIT,
    DISCOUNT
  }
}
