package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import io.groceryplanner.base.Money;
import io.groceryplanner.receipts.Prices.PackChange;
import io.groceryplanner.receipts.Prices.Paid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Prices as people compare them. */
final class PriceText {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private PriceText() {}

  /** Such as {@code €7.96 per kg}. */
  static String perUnit(Paid paid, Component on) {
    var price = new Money(paid.unitPrice(), paid.paid().currency()).format(locale(on));
    return on.getTranslation("receipts.ui.prices.per", price, unit(paid.per(), on));
  }

  /** What a pack held or holds, in grams and millilitres where that is less than one. */
  static String pack(BigDecimal quantity, String per, Component on) {
    boolean isSmall = quantity.compareTo(BigDecimal.ONE) < 0 && !per.equals("piece");
    var unit = isSmall ? (per.equals("kg") ? "g" : "ml") : per;
    var amount = isSmall ? quantity.multiply(THOUSAND) : quantity;
    return ReceiptText.quantity(amount, locale(on)) + "\u00a0" + unit(unit, on);
  }

  /** By how much a pack holds less or more, in whole percent, without a sign. */
  static int percent(PackChange change) {
    return change
        .now()
        .subtract(change.before())
        .abs()
        .multiply(BigDecimal.valueOf(100))
        .divide(change.before(), 0, RoundingMode.HALF_UP)
        .intValue();
  }

  private static String unit(String key, Component on) {
    return on.getTranslation("receipts.ui.unit." + key);
  }

  private static Locale locale(Component on) {
    return on.getUI().map(ui -> ui.getLocale()).orElseGet(Locale::getDefault);
  }
}
