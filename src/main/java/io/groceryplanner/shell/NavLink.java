package io.groceryplanner.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;

/** A link of the navigation that knows whether it is current and how many things wait behind it. */
class NavLink extends Anchor {

  private final String path;
  private final Span count = new Span();

  NavLink(String path, Symbol symbol, String label) {
    this.path = path;
    setHref(path.isEmpty() ? "." : path);
    count.addClassName("count");
    count.setVisible(false);
    add(new Icon(symbol), new Span(label), count);
  }

  String path() {
    return path;
  }

  void setCurrent(boolean current) {
    if (current) {
      getElement().setAttribute("aria-current", "page");
    } else {
      getElement().removeAttribute("aria-current");
    }
  }

  void setCount(int waiting) {
    count.setText(waiting > 99 ? "99+" : String.valueOf(waiting));
    count.setVisible(waiting > 0);
  }
}
