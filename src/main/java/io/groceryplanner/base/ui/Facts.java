package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Things that are so, each under its name. */
public class Facts extends DescriptionList {

  public Facts() {
    addClassName("facts");
  }

  public Facts fact(String name, String value) {
    return fact(name, new Span(value));
  }

  public Facts fact(String name, Component value) {
    var pair = new Div(new Term(name), new Description(value));
    getElement().appendChild(pair.getElement());
    return this;
  }
}
