package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.Money;

/** An amount of money in the reader's way of writing it, in figures that line up. */
public class MoneyText extends Span {

  public MoneyText(Money money) {
    addClassName("num");
    show(money);
  }

  public final void show(Money money) {
    setText(money.format(getLocale()));
  }
}
