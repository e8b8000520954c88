package io.groceryplanner.jobs.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.LinkChips;
import io.groceryplanner.base.ui.LinkChips.Chip;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Pager;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.jobs.JobHistory;
import io.groceryplanner.jobs.JobHistory.Run;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How the last runs of jobs ended. */
@Route(JobHistoryView.PATH)
@RolesAllowed(AdminArea.ROLE)
class JobHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = JobsView.PATH + "/history";

  private static final int PAGE = 50;
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final String SHOW = "show";
  private static final String ALL = "all";
  private static final String BEFORE = "before";

  /** A subject, such as a receipt as its steps know it. */
  private static final String ABOUT = "about";

  private final transient JobHistory history;
  private final ZoneId zone;
  private final LinkChips chips = new LinkChips(getTranslation("admin.jobs.history.which"));
  private final Div found = new Div();
  private final Pager pager = new Pager();

  JobHistoryView(JobHistory history, CurrentPerson person) {
    this.history = history;
    this.zone = person.timeZone();
    addClassName("stack");
    add(
        new PageHeader(
                getTranslation("admin.jobs.history.title"),
                getTranslation("admin.jobs.history.subtitle"))
            .withBack(JobsView.PATH, getTranslation("admin.jobs.title")),
        chips,
        found,
        pager);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = event.getLocation().getQueryParameters();
    boolean all = asked.getSingleParameter(SHOW).map(ALL::equals).orElse(false);
    var about = asked.getSingleParameter(ABOUT).orElse("");
    var cursor = asked.getSingleParameter(BEFORE).orElse(null);
    chips.show(chips(all, about));
    var slice = history.list(!all, about, cursor, PAGE);
    var table =
        new DataTable<Run>(getTranslation("admin.jobs.history.title"), run -> run)
            .column(getTranslation("admin.jobs.task"), JobHistoryView::name)
            .column(getTranslation("admin.jobs.history.outcome"), this::outcome)
            .column(
                getTranslation("admin.jobs.history.ended"), run -> new Moment(run.endedAt(), zone))
            .figure(getTranslation("admin.jobs.history.took"), run -> took(run.took()));
    table.show(slice.items());
    found.removeAll();
    found.add(new Card(slice.items().isEmpty() ? nothing(all) : table).flush());
    pager.show(cursor, slice.nextCursor(), next -> address(all, about, next));
  }

  private static Component name(Run run) {
    var subject = new Div(run.subject());
    subject.addClassNames("small", "muted", "ids");
    return new Div(new Span(run.task()), subject);
  }

  private Component outcome(Run run) {
    return run.failure()
        .map(failure -> {
          var name = new Div(failure);
          name.addClassName("raw");
          var word = getTranslation("admin.jobs.history.failed-one");
          return new Div(new Badge(Tone.WRONG, Symbol.WARN, word), name);
        })
        .orElseGet(() ->
            new Div(new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("admin.jobs.history.well"))));
  }

  private Span took(Duration took) {
    return new Span(
        took.compareTo(A_SECOND) < 0
            ? getTranslation("admin.jobs.history.millis", took.toMillis())
            : getTranslation("admin.jobs.history.seconds", took.toMillis() / 1000.0));
  }

  private EmptyState nothing(boolean all) {
    var key = "admin.jobs.history.empty." + (all ? "all" : "failed");
    return new EmptyState(
        Symbol.CHECK, getTranslation(key + ".title"), getTranslation(key + ".text"));
  }

  private List<Chip> chips(boolean all, String about) {
    var chips = new ArrayList<Chip>();
    chips.add(chip("failed", about, false, !all));
    chips.add(chip(ALL, about, true, all));
    if (!about.isEmpty()) {
      var everything = getTranslation("admin.jobs.history.everything");
      chips.add(new Chip(address(all, "", ""), everything, OptionalLong.empty(), false));
    }
    return chips;
  }

  private Chip chip(String key, String about, boolean leadsToAll, boolean current) {
    return new Chip(
        address(leadsToAll, about, ""),
        getTranslation("admin.jobs.history." + key),
        OptionalLong.empty(),
        current);
  }

  private static String address(boolean all, String about, String cursor) {
    return PATH
        + "?"
        + SHOW
        + "="
        + (all ? ALL : "failed")
        + (about.isEmpty() ? "" : "&" + ABOUT + "=" + URLEncoder.encode(about, UTF_8))
        + (cursor.isEmpty() ? "" : "&" + BEFORE + "=" + cursor);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.jobs.history.title");
  }
}
