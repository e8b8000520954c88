package io.groceryplanner.aiservice.receipts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Turns what a reading is worth to the rules into how often such a reading is right.
 *
 * <p>A logistic curve for each field over the rules' own confidence and whether the lines add up to
 * the total. Fitted by ridge regression to 137 scanned receipts (120 Malaysian, 17 German; 285
 * lines); in five-fold cross-validation the expected calibration error is 0.06 for the shop's name,
 * 0.03 for the day, 0.01 for the total and 0.06 for lines.
 */
enum Calibration {
  MERCHANT(-0.20, 0.76, 0.91),
  DATE(1.43, 1.06, 0),
  TOTAL(1.77, 0.44, 0.88),
  LINE(0.26, 0.16, 3.16),
  /** Taken from signs and words, which are right or missing; nothing was there to fit. */
  CURRENCY(0, 1, 0);

  private final double base;
  private final double byReading;
  private final double byArithmetic;

  Calibration(double base, double byReading, double byArithmetic) {
    this.base = base;
    this.byReading = byReading;
    this.byArithmetic = byArithmetic;
  }

  /** The share of such readings that are right; 0 stays 0, which is for what was not found. */
  BigDecimal share(double confidence, boolean closed) {
    if (confidence <= 0) {
      return BigDecimal.ZERO.setScale(2);
    }
    double bounded = Math.clamp(confidence, 0.02, 0.98);
    double logit = Math.log(bounded / (1 - bounded));
    double evidence = base + byReading * logit + (closed ? byArithmetic : 0);
    return BigDecimal.valueOf(1 / (1 + Math.exp(-evidence))).setScale(2, RoundingMode.HALF_EVEN);
  }
}
