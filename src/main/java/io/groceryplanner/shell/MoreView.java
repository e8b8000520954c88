package io.groceryplanner.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.household.CurrentHousehold;
import jakarta.annotation.security.PermitAll;

/** What the phone's bar has no room for, and the way out. */
@Route(MoreView.PATH)
@PermitAll
class MoreView extends Div implements HasDynamicTitle {

  static final String PATH = "more";

  MoreView(CurrentHousehold current, AuthenticationContext authentication) {
    addClassName("stack");
    add(new PageHeader(getTranslation("shell.more"), current.householdName()));
    var entries = NavEntry.all();
    var shown = BottomBar.shown(entries);
    var list = new Nav();
    list.getElement().setAttribute("aria-label", getTranslation("shell.more"));
    entries.stream().filter(entry -> !shown.contains(entry)).forEach(entry -> list.add(row(entry)));
    if (list.getChildren().findAny().isPresent()) {
      add(new Card(list).flush());
    }
    add(new Card(Person.inWords(current.userName(), authentication::logout)));
  }

  private Anchor row(NavEntry entry) {
    var name = new Span(getTranslation(entry.titleKey()));
    name.addClassNames("what", "name");
    var row =
        new Anchor(entry.path(), new Icon(entry.symbol()), name, new Icon(Symbol.CHEVRON_RIGHT));
    row.addClassName("row");
    return row;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("shell.more");
  }
}
