package io.groceryplanner.shell;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Symbol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One entry of the navigation, from a view's {@code @Menu}: its title is a message key, its icon a
 * {@link Symbol#key()}. Orders below 100 are places of every day; from 100 on, of now and then.
 */
record NavEntry(String path, String titleKey, Symbol symbol, double order) {

  private static final double NOW_AND_THEN = 100;

  /** What stands for all pages of the admin area in the main navigation, behind everything else. */
  private static final NavEntry ADMIN =
      new NavEntry(AdminArea.PATH, "shell.admin.title", Symbol.STATUS, 900);

  /** The entries this person may open, in order; the admin area's pages are one of them. */
  static List<NavEntry> all() {
    return withAdminAreaAsOne(mayOpen());
  }

  static List<NavEntry> withAdminAreaAsOne(List<NavEntry> entries) {
    var places = entries.stream().filter(entry -> !entry.isOfAdminArea());
    var admin = entries.stream().filter(NavEntry::isOfAdminArea).limit(1).map(_ -> ADMIN);
    return Stream.concat(places, admin).toList();
  }

  /** The pages of the admin area this person may open, in order; for most people none. */
  static List<NavEntry> adminPages() {
    return mayOpen().stream().filter(NavEntry::isOfAdminArea).toList();
  }

  private static List<NavEntry> mayOpen() {
    return MenuConfiguration.getMenuEntries().stream()
        .map(NavEntry::of)
        .sorted(Comparator.comparingDouble(NavEntry::order))
        .toList();
  }

  private boolean isOfAdminArea() {
    return path.startsWith(AdminArea.PREFIX);
  }

  private static NavEntry of(MenuEntry entry) {
    var path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    var symbol = Optional.ofNullable(entry.icon()).map(Symbol::of).orElse(Symbol.CHEVRON_RIGHT);
    double order = Optional.ofNullable(entry.order()).orElse(NOW_AND_THEN);
    return new NavEntry(path, entry.title(), symbol, order);
  }

  boolean everyDay() {
    return order < NOW_AND_THEN;
  }

  /** Which of these entries the person is in: the longest path that leads to the given one. */
  static Optional<NavEntry> current(List<NavEntry> entries, String location) {
    return entries.stream()
        .filter(entry -> entry.leadsTo(location))
        .max(Comparator.comparingInt(entry -> entry.path().length()));
  }

  private boolean leadsTo(String location) {
    return location.equals(path) || (!path.isEmpty() && location.startsWith(path + "/"));
  }
}
