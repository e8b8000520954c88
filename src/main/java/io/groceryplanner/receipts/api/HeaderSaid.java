package io.groceryplanner.receipts.api;

import io.groceryplanner.receipts.ReceiptHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program says about shop, date and total. What it leaves out stays as it is; {@code null}
 * says that it is not known. Fields for the reason that {@link LineSaid} gives.
 */
class HeaderSaid {

  public @Nullable Optional<String> merchant;
  public @Nullable Optional<LocalDate> purchasedOn;
  public @Nullable Optional<BigDecimal> total;

  ReceiptHeader onto(ReceiptHeader now) {
    return new ReceiptHeader(
        Objects.requireNonNullElse(merchant, now.merchant()),
        Objects.requireNonNullElse(purchasedOn, now.purchasedOn()),
        Objects.requireNonNullElse(total, now.total()));
  }
}
