package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.LinkChips;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Pager;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.OptionalLong;

/** Who did what when. */
@Route(AuditView.PATH)
@Menu(order = 250, title = "admin.audit.title", icon = "key")
@RolesAllowed(AdminArea.ROLE)
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "audit";

  private static final int PAGE = 50;
  private static final String OF = "of";
  private static final String BEFORE = "before";

  private final transient AuditLog audit;
  private final ZoneId zone;
  private final LinkChips chips = new LinkChips(getTranslation("admin.audit.areas"));
  private final Div failures = new Div();
  private final Div found = new Div();

  AuditView(AuditLog audit, CurrentPerson person) {
    this.audit = audit;
    this.zone = person.timeZone();
    addClassName("stack");
    var subtitle = getTranslation("admin.audit.subtitle", audit.kept().toDays());
    add(new PageHeader(getTranslation("admin.audit.title"), subtitle), chips, failures, found);
    found.addClassName("stack");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = event.getLocation().getQueryParameters();
    var area =
        asked
            .getSingleParameter(OF)
            .filter(AuditAct.Area.SECURITY.key()::equals)
            .map(_ -> AuditAct.Area.SECURITY)
            .orElse(AuditAct.Area.ADMINISTRATION);
    show(area, asked.getSingleParameter(BEFORE).orElse(null));
  }

  private void show(AuditAct.Area area, @org.jspecify.annotations.Nullable String cursor) {
    chips.show(
        Arrays.stream(AuditAct.Area.values())
            .map(each ->
                new LinkChips.Chip(
                    address(each, ""),
                    getTranslation("admin.audit." + each.key()),
                    OptionalLong.empty(),
                    each == area))
            .toList());
    failures.removeAll();
    if (area == AuditAct.Area.SECURITY) {
      failures.add(failedSignIns());
    }
    failures.setVisible(area == AuditAct.Area.SECURITY);
    var slice = audit.list(area, cursor, PAGE);
    var table =
        new DataTable<AuditLog.Entry>(getTranslation("admin.audit.title"), entry -> entry)
            .column(getTranslation("admin.audit.when"), entry -> new Moment(entry.doneAt(), zone))
            .text(getTranslation("admin.audit.who"), this::who)
            .text(
                getTranslation("admin.audit.what"),
                entry -> getTranslation("admin.audit.act." + entry.act().key()))
            .column(getTranslation("admin.audit.to-what"), AuditView::subject);
    table.show(slice.items());
    var pager = new Pager();
    pager.show(cursor, slice.nextCursor(), next -> address(area, next));
    found.removeAll();
    found.add(new Card(slice.items().isEmpty() ? nothing(area) : table).flush(), pager);
  }

  private InlineNote failedSignIns() {
    long lately = audit.counted(AuditAct.SIGN_IN_FAILED, Duration.ofDays(1));
    long before = audit.counted(AuditAct.SIGN_IN_FAILED, Duration.ofDays(8)) - lately;
    return new InlineNote(Tone.PLAIN, getTranslation("admin.audit.failures", lately, before));
  }

  private String who(AuditLog.Entry entry) {
    return entry
        .admin()
        .or(() -> entry.actor().map(actor -> getTranslation("admin.audit.user", actor)))
        .orElseGet(() -> getTranslation("admin.audit.nobody"));
  }

  private static Component subject(AuditLog.Entry entry) {
    var words = new Div(new Span(entry.subject()));
    words.addClassName("ids");
    if (!entry.detail().isEmpty()) {
      var detail = new Div(entry.detail());
      detail.addClassName("muted");
      words.add(detail);
    }
    return words;
  }

  private EmptyState nothing(AuditAct.Area area) {
    return new EmptyState(
        Symbol.KEY,
        getTranslation("admin.audit.empty.title"),
        getTranslation("admin.audit.empty." + area.key()));
  }

  private static String address(AuditAct.Area area, String cursor) {
    return PATH
        + "?"
        + OF
        + "="
        + area.key()
        + (cursor.isEmpty() ? "" : "&" + BEFORE + "=" + cursor);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.audit.title");
  }
}
