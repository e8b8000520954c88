package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A UK grocer: pound signs on every price, quantity beneath the name, VAT included. */
final class BritishTill implements Till {

  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm", Locale.UK);
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM yyyy  HH:mm:ss", Locale.UK);

  private final boolean letters;

  /**
   * Creates the layout.
   *
   * @param letters whether tax letters and a VAT summary are printed
   */
  BritishTill(boolean letters) {
    this.letters = letters;
  }

  @Override
  public Printout print(Checkout checkout) {
    Shop shop = checkout.shop();
    Money money = shop.money();
    Printout.Roll roll = new Printout.Roll(letters ? 36 : 40);
    roll.title(shop.name()).centered(shop.header());
    roll.rule(letters ? "*" : "- ");
    for (Purchase purchase : checkout.purchases()) {
      printPurchase(roll, shop, purchase);
    }
    String pad = letters ? "  " : "";
    roll.right("-".repeat(9) + pad);
    if (shop.printsSubtotal()) {
      roll.row("Sub-total", money.signed(checkout.subtotal()) + pad);
    }
    String due = letters ? "BALANCE DUE" : "Total to pay";
    roll.row(due, money.signed(checkout.total()) + pad, Printout.Style.TALL);
    String paid = checkout.cash() ? "CASH" : "CONTACTLESS ****0000";
    roll.row(paid, money.signed(checkout.tendered()) + pad);
    if (checkout.cash()) {
      BigDecimal change = checkout.tendered().subtract(checkout.total());
      roll.row("CHANGE", money.signed(change) + pad);
    }
    roll.blank();
    if (letters) {
      printVat(roll, checkout);
    }
    roll.left(pieces(checkout.pieces()));
    roll.left(checkout.at().format(letters ? SLASHES : WORDS));
    roll.left("Till 4  Txn " + checkout.number()).blank();
    return roll.centered(shop.footer()).cut();
  }

  private static String pieces(int count) {
    return count == 1 ? "1 item" : count + " items";
  }

  private static void printVat(Printout.Roll roll, Checkout checkout) {
    Money money = checkout.shop().money();
    roll.left("VAT rate       Goods      VAT");
    for (char letter : checkout.shop().taxes().letters()) {
      String rate = checkout.shop().taxes().rate(letter).toPlainString();
      roll.left(
          "%s %6s%% %11s %8s"
              .formatted(
                  letter,
                  rate,
                  money.plain(checkout.taxed(letter)),
                  money.plain(checkout.tax(letter))));
    }
    roll.blank();
  }

  private void printPurchase(Printout.Roll roll, Shop shop, Purchase purchase) {
    Product product = purchase.product();
    Money money = shop.money();
    String letter = letters ? " " + product.tax() : "";
    roll.row(product.name(), money.signed(purchase.lineTotal()) + letter);
    if (product.unit().weighed()) {
      String unit = product.unit().code();
      roll.left(
          "   %s %s @ %s/%s"
              .formatted(purchase.quantity(), unit, money.signed(product.price()), unit));
    } else if (purchase.several()) {
      roll.left("   %s x %s".formatted(purchase.quantity(), money.signed(product.price())));
    }
    if (purchase.discounted()) {
      String amount = money.signed(purchase.discount());
      roll.row("   " + purchase.discountLabel(), amount + " ".repeat(letter.length()));
    }
  }
}
