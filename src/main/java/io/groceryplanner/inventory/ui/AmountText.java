package io.groceryplanner.inventory.ui;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;

/** How much there is, as people say it: {@code 2 pieces}, {@code 0,75 l}. */
class AmountText extends Span {

  private static final Set<String> UNITS = Set.of("piece", "kg", "g", "l", "ml", "lb", "oz");
  private static final int FINEST = 3;

  AmountText(BigDecimal quantity, String unit) {
    addClassNames("amount", "num");
    setText(number(quantity, getLocale()) + "\u00a0" + unitName(quantity, unit));
  }

  /** Without zeros that say nothing. */
  static String number(BigDecimal quantity, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(FINEST);
    return format.format(quantity);
  }

  /** A unit nobody knows is shown as it is. */
  private String unitName(BigDecimal quantity, String unit) {
    return UNITS.contains(unit) ? getTranslation("inventory.ui.unit." + unit, quantity) : unit;
  }
}
