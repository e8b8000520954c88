package io.groceryplanner.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets into the admin area, and how its pages are found. */
@IntegrationTest
class AdminAreaTest {

  private static final DateTimeFormatter BERLIN =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  @Autowired ApplicationContext context;
  @Autowired AuditLog audit;

  @AfterEach
  void close() {
    Screens.close();
  }

  @Test
  void somebodyElseIsRefusedAtEveryAddressOfTheArea() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);
    var addresses = addresses();

    assertThat(addresses).hasSizeGreaterThan(1);
    for (var address : addresses) {
      UI.getCurrent().navigate(address);
      assertThat(_get(H1.class).getText()).as(address).isEqualTo("This is not yours to open");
    }
  }

  @Test
  void nobodyElseSeesTheAreaInTheNavigation() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    openWithFrame(email);
    UI.getCurrent().navigate("more");

    assertThat(_find(NavLink.class))
        .isNotEmpty()
        .noneSatisfy(link -> assertThat(link.path()).startsWith(AdminArea.PATH));
  }

  @Test
  void anAdminFindsTheAreaInTheNavigationAndItsPagesBelow() {
    openWithFrame(Screens.admin(context));
    UI.getCurrent().navigate("admin/audit");

    var links = _find(NavLink.class);
    assertThat(links).extracting(NavLink::path).contains("admin", "admin/audit");
    assertThat(links)
        .filteredOn(link -> link.getElement().hasAttribute("aria-current"))
        .extracting(NavLink::path)
        .containsOnly("admin", "admin/audit");
    UI.getCurrent().navigate("more");
    _assertNone(AdminLayout.class);
  }

  @Test
  void theAreaBeginsAtItsFirstPage() {
    openWithFrame(Screens.admin(context));
    var first = NavEntry.adminPages().getFirst();

    UI.getCurrent().navigate("admin");

    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo(first.path());
  }

  @Test
  void allTimesAreByTheClockThatTheFrameNames() {
    audit.write(AuditAct.FILES_CHECKED, UserId.create(), "files", "");
    openWithFrame(Screens.admin(context));
    var shown = new ArrayList<Moment>();

    for (var address : addresses()) {
      UI.getCurrent().navigate(address);
      assertThat(_get(AdminLayout.class).getElement().getTextRecursively())
          .as(address)
          .contains("by the clock of your household: Central European Time (Europe/Berlin)")
          .doesNotContain("UTC");
      shown.addAll(_find(Moment.class));
    }

    assertThat(shown)
        .hasSizeGreaterThan(10)
        .allSatisfy(moment -> {
          var instant = Instant.parse(moment.getElement().getAttribute("datetime"));
          assertThat(moment.getElement().getText())
              .isEqualTo(BERLIN.format(instant.atZone(ZoneId.of("Europe/Berlin"))));
        });
  }

  @Test
  void itsPagesAreOneEntryOfTheMainNavigation() {
    var pantry = new NavEntry("pantry", "pantry", Symbol.PANTRY, 20);
    var jobs = new NavEntry("admin/jobs", "jobs", Symbol.CLOCK, 210);
    var about = new NavEntry("admin/about", "about", Symbol.INFO, 260);

    assertThat(NavEntry.withAdminAreaAsOne(List.of(pantry, jobs, about)))
        .extracting(NavEntry::path)
        .containsExactly("pantry", "admin");
    assertThat(NavEntry.withAdminAreaAsOne(List.of(pantry))).containsExactly(pantry);
  }

  private static List<String> addresses() {
    return RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
        .map(route -> route.getTemplate())
        .filter(template -> (template + "/").startsWith(AdminArea.PREFIX))
        .toList();
  }

  private void openWithFrame(String email) {
    Screens.openAs(context, email);
    var registry =
        ApplicationRouteRegistry.getInstance(
            new VaadinServletContext(
                ((VaadinServletService) VaadinServletService.getCurrent())
                    .getServlet()
                    .getServletContext()));
    registry.setLayout(MainLayout.class);
    registry.setLayout(AdminLayout.class);
  }
}
