package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What stands where a list has nothing: what to do next, or that all is well. */
public class EmptyState extends Div {

  public EmptyState(Symbol symbol, String title, String text, Component... actions) {
    addClassName("empty");
    var disc = new Span(new Icon(symbol));
    disc.addClassName("disc");
    add(disc, new H2(title), new Paragraph(text));
    if (actions.length > 0) {
      var buttons = new Div(actions);
      buttons.addClassName("actions");
      add(buttons);
    }
  }
}
