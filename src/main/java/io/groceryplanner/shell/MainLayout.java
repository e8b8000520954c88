package io.groceryplanner.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.groceryplanner.base.ui.AdminBanner;
import io.groceryplanner.base.ui.MenuCount;
import io.groceryplanner.base.ui.QuickAction;
import io.groceryplanner.household.CurrentHousehold;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame around every view that does not say {@code autoLayout = false}: navigation at the side
 * or at the bottom, banners, then the view. It knows no feature; they come as {@code @Menu}, {@link
 * QuickAction}, {@link MenuCount} and {@link AdminBanner}.
 */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

  private final List<NavEntry> entries = NavEntry.all();
  private final SideNavigation side;
  private final BottomBar bottom;
  private final Div content = new Div();
  private final transient ObjectProvider<MenuCount> counts;

  MainLayout(
      CurrentHousehold current,
      AuthenticationContext authentication,
      ObjectProvider<QuickAction> quickAction,
      ObjectProvider<MenuCount> counts,
      ObjectProvider<AdminBanner> banners) {
    this.counts = counts;
    side =
        new SideNavigation(
            entries,
            current.householdName(),
            new Person(current.userName(), authentication::logout));
    bottom = new BottomBar(entries, Optional.ofNullable(quickAction.getIfUnique()));
    var slot = new BannerSlot(current.isAdmin() ? banners.orderedStream() : Stream.empty());
    var page = new Main(slot, content);
    page.addClassName("page");
    page.setId("page");
    page.getElement().setAttribute("tabindex", "-1");
    addClassName("app");
    add(skipLink(), side, page, bottom);
  }

  private Anchor skipLink() {
    var link = new Anchor("#page", getTranslation("shell.skip-to-content"));
    link.addClassName("skip-link");
    link.setRouterIgnore(true);
    return link;
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
    if (event.getLocationChangeEvent().getTrigger() == NavigationTrigger.UI_NAVIGATE) {
      // A link begins at the top by itself; where a button leads, the page would stay scrolled.
      event.getLocationChangeEvent().getUI().getPage().executeJs("window.scrollTo(0, 0)");
    }
    var current = NavEntry.current(entries, event.getLocation().getPath());
    links().forEach(link -> link.setCurrent(isCurrent(link, current, event)));
    counts.stream()
        .forEach(count ->
            links()
                .filter(link -> link.path().equals(count.path()))
                .forEach(link -> link.setCount(count.now())));
  }

  private static boolean isCurrent(
      NavLink link, Optional<NavEntry> current, AfterNavigationEvent event) {
    return current.map(entry -> entry.path().equals(link.path())).orElse(false)
        || event.getLocation().getPath().equals(link.path());
  }

  private Stream<NavLink> links() {
    return Stream.concat(side.links().stream(), bottom.links().stream());
  }
}
