package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Shop, date and total, as a person corrects them. */
public record ReceiptHeader(
    Optional<String> merchant, Optional<LocalDate> purchasedOn, Optional<BigDecimal> total) {}
