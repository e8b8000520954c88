package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.groceryplanner.base.ui.MoneyText;
import io.groceryplanner.receipts.Spending.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** Sums of one currency as bars: the longest is the most; the figure stands beside each. */
class SpendingBars extends UnorderedList {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param sums the most first
   */
  SpendingBars(List<Sum> sums, Function<Sum, String> name) {
    addClassName("bars");
    var most = sums.getFirst().spent().amount();
    for (var sum : sums) {
      var bar = new Span();
      bar.getStyle().setWidth(percent(sum.spent().amount(), most) + "%");
      var track = new Div(bar);
      track.addClassName("track");
      var label = new Span(name.apply(sum));
      label.addClassName("name");
      add(new ListItem(label, new MoneyText(sum.spent()), track));
    }
  }

  /** Money given back has no length. */
  private static BigDecimal percent(BigDecimal amount, BigDecimal most) {
    return most.signum() <= 0 || amount.signum() <= 0
        ? BigDecimal.ZERO
        : amount.multiply(HUNDRED).divide(most, 1, RoundingMode.HALF_UP);
  }
}
