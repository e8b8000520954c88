package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A sheet of paper on the page, with a title or without. */
public class Card extends Section {

  public Card(Component... content) {
    addClassName("card");
    add(content);
  }

  /** A heading row: the title left, what belongs to it right. */
  public static Div head(String title, Component... beside) {
    var head = new Div(new H2(title));
    head.addClassName("card-head");
    if (beside.length > 0) {
      var actions = new Div(beside);
      actions.addClassName("actions");
      head.add(actions);
    }
    return head;
  }

  /** Without inner margin, for lists that reach its edges. */
  public Card flush() {
    addClassName("flush");
    return this;
  }
}
