package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;

/**
 * Something a shop sells.
 *
 * @param name the name the till prints
 * @param price price of one unit
 * @param unit how it is counted
 * @param tax the letter of its tax class
 * @param deposit deposit for each piece, zero for none
 */
record Product(String name, BigDecimal price, Unit unit, char tax, BigDecimal deposit) {

  boolean hasDeposit() {
    return deposit.signum() > 0;
  }
}
