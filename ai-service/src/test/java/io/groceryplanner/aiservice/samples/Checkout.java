package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paid basket: everything a till needs to print its receipt.
 *
 * @param shop where it was bought
 * @param at when it was paid
 * @param purchases what was bought, in printed order
 * @param number the receipt's number
 * @param cash whether it was paid in cash rather than by card
 */
record Checkout(Shop shop, LocalDateTime at, List<Purchase> purchases, int number, boolean cash) {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  Checkout {
    purchases = List.copyOf(purchases);
  }

  BigDecimal subtotal() {
    return purchases.stream().map(Purchase::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal savings() {
    return purchases.stream().map(Purchase::discount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal total() {
    return shop.taxes().onTop() ? subtotal().add(tax()) : subtotal();
  }

  /** The sum of all taxes, whether on top or included. */
  BigDecimal tax() {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (char letter : shop.taxes().letters()) {
      sum = sum.add(tax(letter));
    }
    return sum;
  }

  /** The amount taxed under one letter: gross where taxes are included, otherwise net. */
  BigDecimal taxed(char letter) {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (Purchase purchase : purchases) {
      if (purchase.product().tax() == letter) {
        sum = sum.add(purchase.net());
      }
    }
    return sum;
  }

  BigDecimal tax(char letter) {
    BigDecimal rate = shop.taxes().rate(letter);
    BigDecimal amount = taxed(letter).multiply(rate);
    BigDecimal divisor = shop.taxes().onTop() ? HUNDRED : HUNDRED.add(rate);
    return amount.divide(divisor, 2, RoundingMode.HALF_UP);
  }

  /** What the customer handed over: the total by card, the next full notes in cash. */
  BigDecimal tendered() {
    if (!cash) {
      return total();
    }
    BigDecimal five = new BigDecimal(5);
    return total().divide(five, 0, RoundingMode.CEILING).multiply(five).setScale(2);
  }

  int pieces() {
    int count = 0;
    for (Purchase purchase : purchases) {
      count += purchase.product().unit().weighed() ? 1 : purchase.quantity().intValueExact();
    }
    return count;
  }

  ReceiptTruth truth() {
    List<ReceiptLine> lines = new ArrayList<>();
    for (Purchase purchase : purchases) {
      Product product = purchase.product();
      lines.add(
          new ReceiptLine(
              product.name(),
              purchase.quantity(),
              product.unit(),
              product.price(),
              purchase.lineTotal(),
              purchase.discount(),
              product.price().signum() < 0 ? ReceiptLine.Kind.DEPOSIT : ReceiptLine.Kind.ITEM));
      if (product.hasDeposit()) {
        lines.add(depositLine(purchase));
      }
    }
    return new ReceiptTruth(
        shop.name(),
        at.toLocalDate(),
        shop.money().currency(),
        total(),
        orNull(shop.printsSubtotal(), subtotal()),
        orNull(shop.printsTax(), tax()),
        !shop.taxes().onTop(),
        lines);
  }

  private ReceiptLine depositLine(Purchase purchase) {
    return new ReceiptLine(
        shop.depositLabel(),
        purchase.quantity(),
        Unit.PIECE,
        purchase.product().deposit(),
        purchase.depositTotal(),
        BigDecimal.ZERO.setScale(2),
        ReceiptLine.Kind.DEPOSIT);
  }

  private static @Nullable BigDecimal orNull(boolean printed, BigDecimal amount) {
    return printed ? amount : null;
  }
}
