package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;

/** A state in a word, a colour and, mostly, a shape. */
public class Badge extends Span {

  public Badge(Tone tone, String text) {
    addClassNames("badge", tone.className());
    add(new Span(text));
  }

  public Badge(Tone tone, Symbol symbol, String text) {
    addClassNames("badge", tone.className());
    add(new Icon(symbol), new Span(text));
  }
}
