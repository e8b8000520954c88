package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A product in the basket.
 *
 * @param product what was bought
 * @param quantity pieces or weight
 * @param discount zero or negative
 * @param discountLabel the text printed with the discount, empty without one
 */
record Purchase(Product product, BigDecimal quantity, BigDecimal discount, String discountLabel) {

  BigDecimal lineTotal() {
    return product.price().multiply(quantity).setScale(2, RoundingMode.HALF_UP);
  }

  BigDecimal depositTotal() {
    return product.deposit().multiply(quantity).setScale(2, RoundingMode.HALF_UP);
  }

  /** What the purchase adds to the bill, its deposit included. */
  BigDecimal net() {
    return lineTotal().add(discount).add(depositTotal());
  }

  boolean discounted() {
    return discount.signum() != 0;
  }

  boolean several() {
    return product.unit().weighed() || quantity.compareTo(BigDecimal.ONE) != 0;
  }
}
