package io.groceryplanner.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.QuickAction;
import io.groceryplanner.base.ui.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The phone's navigation: up to three places and "More" around the raised quick action. */
class BottomBar extends Nav {

  private static final int PLACES = 3;

  private final List<NavLink> links = new ArrayList<>();

  BottomBar(List<NavEntry> entries, Optional<QuickAction> quickAction) {
    addClassName("bar");
    getElement().setAttribute("aria-label", getTranslation("shell.main-navigation"));
    shown(entries)
        .forEach(entry ->
            links.add(new NavLink(entry.path(), entry.symbol(), getTranslation(entry.titleKey()))));
    links.add(new NavLink(MoreView.PATH, Symbol.MORE, getTranslation("shell.more")));
    int left = links.size() / 2;
    add(half(links.subList(0, left)));
    quickAction.ifPresent(action -> add(raised(action)));
    add(half(links.subList(left, links.size())));
  }

  /** What stands in the bar itself; the rest is behind "More". */
  static List<NavEntry> shown(List<NavEntry> entries) {
    return entries.stream().filter(NavEntry::everyDay).limit(PLACES).toList();
  }

  private static Div half(List<NavLink> links) {
    var half = new Div();
    half.addClassName("half");
    links.forEach(half::add);
    return half;
  }

  private NavLink raised(QuickAction action) {
    var link = new NavLink(action.path(), action.symbol(), getTranslation(action.labelKey()));
    link.addClassName("scan");
    link.removeAll();
    var disc = new Span(new Icon(action.symbol()));
    disc.addClassName("disc");
    link.add(disc, new Span(getTranslation(action.labelKey())));
    return link;
  }

  List<NavLink> links() {
    return links;
  }
}
