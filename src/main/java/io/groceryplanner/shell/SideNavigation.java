package io.groceryplanner.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Hr;
import com.vaadin.flow.component.html.Nav;
import io.groceryplanner.base.ui.Brand;
import java.util.ArrayList;
import java.util.List;

/** The laptop's navigation: the brand, every place, and the person at the bottom. */
class SideNavigation extends Nav {

  private final List<NavLink> links = new ArrayList<>();

  SideNavigation(List<NavEntry> entries, String householdName, Component person) {
    addClassName("side");
    getElement().setAttribute("aria-label", getTranslation("shell.main-navigation"));
    add(new Brand(householdName));
    entries.stream().filter(NavEntry::everyDay).forEach(this::addLink);
    if (entries.stream().anyMatch(entry -> !entry.everyDay())) {
      add(new Hr());
    }
    entries.stream().filter(entry -> !entry.everyDay()).forEach(this::addLink);
    add(person);
  }

  private void addLink(NavEntry entry) {
    var link = new NavLink(entry.path(), entry.symbol(), getTranslation(entry.titleKey()));
    link.addClassName("nav-link");
    links.add(link);
    add(link);
  }

  List<NavLink> links() {
    return links;
  }
}
