package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** The mark and the name, with a second line where one is given. */
public class Brand extends Div {

  private final Element second = new Element("small");

  public Brand() {
    this("");
  }

  public Brand(String secondLine) {
    addClassName("brand");
    var mark = new Image("icons/planner.svg", "");
    mark.addClassName("mark");
    var name = new Span(getTranslation("base.product"));
    name.getElement().appendChild(second);
    add(mark, name);
    setSecondLine(secondLine);
  }

  public final void setSecondLine(String text) {
    second.setText(text);
    second.setVisible(!text.isEmpty());
  }
}
