package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Shop, date and total, as a person corrects them.
 *
 * @param merchant nothing where the name is blank
 * @param total to the cent
 */
public record ReceiptHeader(
    Optional<String> merchant, Optional<LocalDate> purchasedOn, Optional<BigDecimal> total) {

  public ReceiptHeader {
    merchant = merchant.map(String::strip).filter(name -> !name.isEmpty());
    total = total.map(KeptNumbers::money);
  }
}
