package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;

/** A line icon in the colour of the text around it, hidden from screen readers unless labelled. */
public class Icon extends Span {

  public Icon(Symbol symbol) {
    addClassName("icon");
    getElement().setAttribute("data-icon", symbol.key()).setAttribute("aria-hidden", "true");
  }

  /** An icon that stands alone and must be said. */
  public Icon(Symbol symbol, String label) {
    this(symbol);
    getElement()
        .removeAttribute("aria-hidden")
        .setAttribute("role", "img")
        .setAttribute("aria-label", label);
  }
}
