package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Links through a long list, so that each part of it has an address. */
public class Pager extends Nav {

  public Pager() {
    addClassName("pager");
    getElement().setAttribute("aria-label", getTranslation("base.pages"));
  }

  /**
   * @param cursor of the part that is shown, null for the first
   * @param next of the part behind it, null at the end
   * @param address of the part with this cursor; of the first for an empty one
   */
  public void show(
      @Nullable String cursor, @Nullable String next, Function<String, String> address) {
    removeAll();
    if (cursor != null) {
      add(link(address.apply(""), Symbol.CHEVRON_LEFT, "base.first-page"));
    }
    if (next != null) {
      var further = link(address.apply(next), Symbol.CHEVRON_RIGHT, "base.next-page");
      further.addClassName("further");
      add(further);
    }
    setVisible(cursor != null || next != null);
  }

  private Anchor link(String address, Symbol symbol, String key) {
    var link = new Anchor(address, new Icon(symbol), new Span(getTranslation(key)));
    link.addClassName("button");
    return link;
  }
}
