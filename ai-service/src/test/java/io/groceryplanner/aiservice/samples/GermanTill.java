package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A German market: decimal comma, tax letters, deposits and a table of included taxes. */
final class GermanTill implements Till {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("dd.MM.yyyy   HH:mm", Locale.GERMANY);

  private final boolean quantityAbove;

  /**
   * Creates the layout.
   *
   * @param quantityAbove whether quantities and weights stand above the name, not beneath
   */
  GermanTill(boolean quantityAbove) {
    this.quantityAbove = quantityAbove;
  }

  @Override
  public Printout print(Checkout checkout) {
    Shop shop = checkout.shop();
    Money money = shop.money();
    Printout.Roll roll = new Printout.Roll(quantityAbove ? 36 : 42);
    roll.title(shop.name()).centered(shop.header()).blank();
    roll.right("EUR  ");
    for (Purchase purchase : checkout.purchases()) {
      printPurchase(roll, shop, purchase);
    }
    roll.right("=".repeat(10) + "  ");
    String sum = quantityAbove ? "SUMME" : "SUMME        EUR";
    roll.row(sum, money.plain(checkout.total()) + "  ", Printout.Style.TALL);
    roll.right("=".repeat(10) + "  ");
    String paid = checkout.cash() ? "Geg. BAR        EUR" : "Geg. girocard   EUR";
    roll.row(paid, money.plain(checkout.tendered()) + "  ");
    if (checkout.cash()) {
      BigDecimal change = checkout.tendered().subtract(checkout.total());
      roll.row("Rückgeld BAR    EUR", money.plain(change) + "  ");
    }
    roll.blank();
    printTaxes(roll, checkout);
    roll.blank().left("Datum: " + checkout.at().format(WHEN) + " Uhr");
    roll.row("Bon-Nr.: " + checkout.number(), "Kasse: 2").rule("-");
    return roll.centered(shop.footer()).cut();
  }

  private static void printTaxes(Printout.Roll roll, Checkout checkout) {
    Money money = checkout.shop().money();
    String columns = "%-9s %7s %7s %8s";
    roll.left(columns.formatted("MwSt %", "Netto", "Steuer", "Brutto"));
    for (char letter : checkout.shop().taxes().letters()) {
      BigDecimal gross = checkout.taxed(letter);
      BigDecimal tax = checkout.tax(letter);
      String rate = money.decimal(checkout.shop().taxes().rate(letter).setScale(1));
      roll.left(
          columns.formatted(
              "%s= %s%%".formatted(letter, rate),
              money.plain(gross.subtract(tax)),
              money.plain(tax),
              money.plain(gross)));
    }
    roll.left(
        columns.formatted(
            "Gesamt",
            money.plain(checkout.total().subtract(checkout.tax())),
            money.plain(checkout.tax()),
            money.plain(checkout.total())));
  }

  private void printPurchase(Printout.Roll roll, Shop shop, Purchase purchase) {
    Product product = purchase.product();
    Money money = shop.money();
    String count = count(money, purchase);
    if (quantityAbove && purchase.several()) {
      roll.left(count);
    }
    roll.row(product.name(), money.plain(purchase.lineTotal()) + " " + product.tax());
    if (!quantityAbove && purchase.several()) {
      roll.left("   " + count);
    }
    if (purchase.discounted()) {
      roll.row(
          " " + purchase.discountLabel(), money.plain(purchase.discount()) + " " + product.tax());
    }
    if (product.hasDeposit()) {
      String each = purchase.several() ? " " + purchase.quantity() + " x " : " ";
      roll.row(
          " " + shop.depositLabel() + each + money.plain(product.deposit()),
          money.plain(purchase.depositTotal()) + " " + product.tax());
    }
  }

  /** The scale of the layout with quantities above prints weights with a point, as some do. */
  private String count(Money money, Purchase purchase) {
    Product product = purchase.product();
    String price = money.plain(product.price());
    if (!product.unit().weighed()) {
      return quantityAbove
          ? "%s x %s".formatted(purchase.quantity(), price)
          : "%s Stk x %8s".formatted(purchase.quantity(), price);
    }
    String weight =
        quantityAbove ? purchase.quantity().toPlainString() : money.decimal(purchase.quantity());
    return "%s kg x %s EUR/kg".formatted(weight, price);
  }
}
