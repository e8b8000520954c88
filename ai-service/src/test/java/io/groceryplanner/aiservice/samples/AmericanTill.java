package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A US supermarket: quantity and weight above the name, coupons beneath, tax on top. */
final class AmericanTill implements Till {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MM/dd/yy  hh:mm a", Locale.US);

  @Override
  public Printout print(Checkout checkout) {
    Shop shop = checkout.shop();
    Printout.Roll roll = new Printout.Roll(40);
    roll.title(shop.name()).centered(shop.header()).blank();
    roll.row(checkout.at().format(WHEN), "REG 03  CSH 117");
    roll.rule("-");
    for (Purchase purchase : checkout.purchases()) {
      printPurchase(roll, shop, purchase);
    }
    roll.blank();
    roll.row("     SUBTOTAL", shop.money().plain(checkout.subtotal()) + "  ");
    roll.row("     SALES TAX 6.25%", shop.money().plain(checkout.tax()) + "  ");
    roll.row("TOTAL", shop.money().signed(checkout.total()) + "  ", Printout.Style.TALL);
    roll.row(
        "     " + (checkout.cash() ? "CASH TENDERED" : "VISA DEBIT ****0000"),
        shop.money().plain(checkout.tendered()) + "  ");
    BigDecimal change = checkout.tendered().subtract(checkout.total());
    roll.row("     CHANGE DUE", shop.money().plain(change) + "  ");
    roll.blank();
    roll.left("ITEMS SOLD: " + checkout.pieces());
    if (checkout.savings().signum() < 0) {
      String saved = shop.money().signed(checkout.savings().negate());
      roll.center("*** YOU SAVED " + saved + " TODAY ***", Printout.Style.BOLD);
    }
    roll.left("TRN " + checkout.number()).blank();
    roll.centered(shop.footer()).barcode(checkout.number());
    return roll.cut();
  }

  private static void printPurchase(Printout.Roll roll, Shop shop, Purchase purchase) {
    Product product = purchase.product();
    Money money = shop.money();
    if (product.unit().weighed()) {
      String unit = product.unit().code();
      roll.left(
          "%s %s @ %s/%s"
              .formatted(purchase.quantity(), unit, money.signed(product.price()), unit));
    } else if (purchase.several()) {
      roll.left(purchase.quantity() + " @ " + money.plain(product.price()));
    }
    roll.row(product.name(), money.plain(purchase.lineTotal()) + " " + product.tax());
    if (product.hasDeposit()) {
      String deposit =
          "  %s %s @ %s"
              .formatted(shop.depositLabel(), purchase.quantity(), money.plain(product.deposit()));
      roll.row(deposit, money.plain(purchase.depositTotal()) + " " + product.tax());
    }
    if (purchase.discounted()) {
      String amount = money.plain(purchase.discount().negate()) + "-";
      roll.row("  " + purchase.discountLabel(), amount + " ");
    }
  }
}
