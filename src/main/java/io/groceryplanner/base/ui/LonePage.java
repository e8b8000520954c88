package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;

/** A page that stands alone, without navigation: the brand above one card. */
public class LonePage extends Main {

  private final Div card = new Div();

  public LonePage(Component... content) {
    addClassName("alone");
    card.addClassNames("card", "auth-card");
    card.add(content);
    add(new Brand(), card);
  }

  /** The card in the middle. */
  protected final Div card() {
    return card;
  }
}
