package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A small US shop: columns for quantity, item, unit price and amount under a heading. */
final class ColumnTill implements Till {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMM d, yyyy 'at' h:mm a", Locale.US);

  @Override
  public Printout print(Checkout checkout) {
    Shop shop = checkout.shop();
    Money money = shop.money();
    Printout.Roll roll = new Printout.Roll(38);
    roll.title(shop.name()).centered(shop.header()).blank();
    roll.left("Date: " + checkout.at().format(WHEN));
    roll.row("Receipt #" + checkout.number(), "Clerk: 2").rule("=");
    roll.row("QTY ITEM", "@     AMOUNT").rule("-");
    for (Purchase purchase : checkout.purchases()) {
      printPurchase(roll, shop, purchase);
    }
    roll.rule("-");
    roll.row("Subtotal:", money.signed(checkout.subtotal()));
    roll.row("Tax (6.25%):", money.signed(checkout.tax()));
    roll.row("Total:", money.signed(checkout.total()), Printout.Style.BOLD).rule("=");
    roll.row(checkout.cash() ? "Cash" : "Credit card", money.signed(checkout.tendered()));
    BigDecimal change = checkout.tendered().subtract(checkout.total());
    if (checkout.cash()) {
      roll.row("Change", money.signed(change));
    }
    return roll.blank().centered(shop.footer()).cut();
  }

  private static void printPurchase(Printout.Roll roll, Shop shop, Purchase purchase) {
    Product product = purchase.product();
    Money money = shop.money();
    boolean weighed = product.unit().weighed();
    String count = weighed ? "  1" : "%3s".formatted(purchase.quantity());
    String price = weighed ? "" : money.plain(product.price());
    roll.row(
        count + " " + product.name(),
        "%6s %7s".formatted(price, money.plain(purchase.lineTotal())));
    if (weighed) {
      String unit = product.unit().code();
      roll.left(
          "    %s%s @ %s/%s"
              .formatted(purchase.quantity(), unit, money.signed(product.price()), unit));
    }
    if (product.hasDeposit()) {
      roll.row(
          "%3s %s".formatted(purchase.quantity(), shop.depositLabel()),
          "%6s %7s"
              .formatted(money.plain(product.deposit()), money.plain(purchase.depositTotal())));
    }
    if (purchase.discounted()) {
      roll.row(
          "    " + purchase.discountLabel(), "(" + money.plain(purchase.discount().negate()) + ")");
    }
  }
}
