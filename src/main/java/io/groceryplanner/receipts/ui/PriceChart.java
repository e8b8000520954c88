package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import io.groceryplanner.base.ui.DayText;
import io.groceryplanner.receipts.Prices.Paid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comparable prices over time, all in one currency and measure; drawn by {@code
 * modules/price-chart.js}. Who cannot see it hears from when to when and between which prices.
 */
@Tag("price-chart")
class PriceChart extends Component implements HasStyle {

  /**
   * @param paid at least two, in any order
   */
  PriceChart(List<Paid> paid, LocalDate today) {
    var inOrder = paid.stream().sorted(Comparator.comparing(Paid::day)).toList();
    var first = inOrder.getFirst().day();
    var last = inOrder.getLast().day();
    var cheap = inOrder.stream().min(Comparator.comparing(Paid::unitPrice)).orElseThrow();
    var dear = inOrder.stream().max(Comparator.comparing(Paid::unitPrice)).orElseThrow();
    var from = DayText.day(first, today, getLocale());
    var to = DayText.day(last, today, getLocale());
    var low = PriceText.perUnit(cheap, this);
    var high = PriceText.perUnit(dear, this);
    getElement()
        .setAttribute("role", "img")
        .setAttribute("aria-label", getTranslation("receipts.ui.prices.chart", from, to, low, high))
        .setAttribute("data-from", from)
        .setAttribute("data-to", to)
        .setAttribute("data-low", low)
        .setAttribute("data-high", high)
        .setAttribute(
            "data-points",
            inOrder.stream()
                .map(each -> each.day().toEpochDay() + ":" + plain(each.unitPrice()))
                .collect(Collectors.joining(",")));
  }

  private static String plain(BigDecimal price) {
    return price.stripTrailingZeros().toPlainString();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    attached.getUI().getPage().addJsModule("/modules/price-chart.js");
  }
}
