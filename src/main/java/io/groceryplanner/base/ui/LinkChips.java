package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** Chips that each lead to an address of the same page; the one a person is at is marked. */
public class LinkChips extends Nav {

  public LinkChips(String label) {
    addClassNames("chips", "scroll-x");
    getElement().setAttribute("aria-label", label);
  }

  public LinkChips add(String address, String text, boolean current) {
    var chip = new Anchor(address, new Span(text));
    chip.addClassName("chip");
    if (current) {
      chip.getElement().setAttribute("aria-current", "true");
    }
    add(chip);
    return this;
  }

  /** With how many there are behind it. */
  public LinkChips add(String address, String text, long count, boolean current) {
    add(address, text, current);
    var number = new Span(String.format(getLocale(), "%,d", count));
    number.addClassName("of");
    getChildren()
        .reduce((_, last) -> last)
        .ifPresent(chip -> chip.getElement().appendChild(number.getElement()));
    return this;
  }
}
