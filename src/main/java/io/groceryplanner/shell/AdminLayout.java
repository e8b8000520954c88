package io.groceryplanner.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouterLayout;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame around every page of the admin area: its own navigation, then the page. */
@Layout(AdminArea.PATH)
@ParentLayout(MainLayout.class)
@RolesAllowed(AdminArea.ROLE)
class AdminLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private final List<NavEntry> pages = NavEntry.adminPages();
  private final List<NavLink> links =
      pages.stream()
          .map(page -> new NavLink(page.path(), page.symbol(), getTranslation(page.titleKey())))
          .toList();
  private final Div content = new Div();

  AdminLayout(CurrentPerson person) {
    var navigation = new Nav();
    navigation.addClassNames("admin-navigation", "scroll-x");
    navigation.getElement().setAttribute("aria-label", getTranslation("shell.admin.navigation"));
    links.forEach(link -> {
      link.addClassName("nav-link");
      navigation.add(link);
    });
    var times = new Paragraph(getTranslation("admin.times", words(person.timeZone())));
    times.addClassNames("small", "muted");
    addClassName("admin");
    add(navigation, content, times);
  }

  private String words(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, getLocale()) + " (" + zone.getId() + ")";
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement view) {
    content.removeAll();
    if (view != null) {
      content.getElement().appendChild(view.getElement());
    }
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement view) {
    content.removeAll();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var current = NavEntry.current(pages, event.getLocation().getPath());
    for (var link : links) {
      boolean here = current.map(page -> page.path().equals(link.path())).orElse(false);
      link.setCurrent(here);
      if (here) {
        // On a phone the row is wider than the screen; it must be there before it can scroll.
        link.getElement()
            .executeJs(
                """
                const show = () => this.offsetWidth
                    ? this.scrollIntoView({inline: 'center', block: 'nearest'})
                    : requestAnimationFrame(show);
                show();
                """);
      }
    }
  }
}
