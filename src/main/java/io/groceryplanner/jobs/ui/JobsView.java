package io.groceryplanner.jobs.ui;

import com.vaadin.flow.component.html.Anchor;
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
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.LinkChips;
import io.groceryplanner.base.ui.LinkChips.Chip;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Pager;
import io.groceryplanner.base.ui.Rereading;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.jobs.Job.State;
import io.groceryplanner.jobs.JobCounts;
import io.groceryplanner.jobs.Jobs;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the scheduler has to do and how it stands, task by task and job by job. */
@Route(JobsView.PATH)
@Menu(order = 210, title = "admin.jobs.title", icon = "clock")
@RolesAllowed(AdminArea.ROLE)
class JobsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "jobs";

  private static final int PAGE = 50;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(4);

  private static final String TASK = "task";
  private static final String STATE = "state";
  private static final String AFTER = "after";

  private final transient Jobs jobs;
  private final PageHeader header;
  private final LinkChips states = new LinkChips(getTranslation("admin.jobs.states"));
  private final DataTable<JobCounts> tasks;
  private final Card overview;
  private final JobList list;
  private final Pager pager = new Pager();
  private String task = "";
  private Optional<State> state = Optional.empty();
  private @Nullable String after;

  JobsView(Jobs jobs, CurrentPerson person) {
    this.jobs = jobs;
    addClassName("stack");
    header = new PageHeader(getTranslation("admin.jobs.title"), "", toHistory());
    tasks = tasks();
    overview = new Card(tasks).flush();
    list = new JobList(jobs, person.timeZone(), this::read);
    add(header, states, overview, new Card(list).flush(), pager);
    Rereading.keep(this, LOOK_EVERY, this::read);
  }

  private DataTable<JobCounts> tasks() {
    var table =
        new DataTable<JobCounts>(getTranslation("admin.jobs.tasks"), JobCounts::task)
            .column(getTranslation("admin.jobs.task"), this::toTask);
    for (var each : State.values()) {
      table.figure(
          getTranslation("admin.jobs.state." + each.key()), counts -> figure(counts, each));
    }
    return table;
  }

  private Anchor toTask(JobCounts counts) {
    return new Anchor(address(counts.task(), Optional.empty(), ""), counts.task());
  }

  /** Nothing is said quietly, trouble loudly. */
  private Span figure(JobCounts counts, State of) {
    long count = counts.of(of);
    var figure = new Span(String.format(getLocale(), "%,d", count));
    if (count == 0) {
      figure.addClassNames("hint", "nothing");
    } else if (of == State.FAILING || of == State.DEAD) {
      figure.addClassName("tomato-ink");
    }
    return figure;
  }

  private Anchor toHistory() {
    var link =
        new Anchor(
            JobHistoryView.PATH,
            new Icon(Symbol.CLOCK),
            new Span(getTranslation("admin.jobs.history.title")));
    link.addClassName("button");
    return link;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = event.getLocation().getQueryParameters();
    task = asked.getSingleParameter(TASK).orElse("");
    state =
        asked
            .getSingleParameter(STATE)
            .flatMap(
                key -> Arrays.stream(State.values()).filter(s -> s.key().equals(key)).findAny());
    after = asked.getSingleParameter(AFTER).orElse(null);
    read();
  }

  private void read() {
    var counts = jobs.counts();
    var found = jobs.list(task, state, after, PAGE);
    if (found.items().isEmpty() && after != null) {
      // The last of this page is gone; there may be others before it.
      after = null;
      found = jobs.list(task, state, null, PAGE);
    }
    tasks.show(counts);
    // Who asks for some jobs sees them, and not first all the others.
    overview.setVisible(task.isEmpty() && state.isEmpty());
    describe(counts);
    list.show(found.items(), state);
    pager.show(after, found.nextCursor(), next -> address(task, state, next));
  }

  private void describe(List<JobCounts> counts) {
    long failing = sum(counts, State.FAILING) + sum(counts, State.DEAD);
    header.setSubtitle(
        getTranslation(
            failing == 0 ? "admin.jobs.well" : "admin.jobs.trouble",
            failing,
            sum(counts, State.RUNNING),
            sum(counts, State.DUE)));
    var wanted =
        task.isEmpty() ? counts : counts.stream().filter(c -> c.task().equals(task)).toList();
    var chips = new ArrayList<Chip>();
    long all = Arrays.stream(State.values()).mapToLong(each -> sum(wanted, each)).sum();
    chips.add(chip(getTranslation("admin.jobs.state.all"), all, Optional.empty()));
    for (var each : State.values()) {
      var text = getTranslation("admin.jobs.state." + each.key());
      chips.add(chip(text, sum(wanted, each), Optional.of(each)));
    }
    if (!task.isEmpty()) {
      var everywhere = address("", state, "");
      var text = getTranslation("admin.jobs.all-tasks", task);
      chips.add(new Chip(everywhere, text, OptionalLong.empty(), false));
    }
    states.show(chips);
  }

  private Chip chip(String text, long count, Optional<State> leadsTo) {
    return new Chip(
        address(task, leadsTo, ""), text, OptionalLong.of(count), leadsTo.equals(state));
  }

  private static long sum(List<JobCounts> counts, State state) {
    return counts.stream().mapToLong(each -> each.of(state)).sum();
  }

  private static String address(String task, Optional<State> state, String after) {
    var asked = new ArrayList<String>();
    if (!task.isEmpty()) {
      asked.add(TASK + "=" + encoded(task));
    }
    state.ifPresent(wanted -> asked.add(STATE + "=" + wanted.key()));
    if (!after.isEmpty()) {
      asked.add(AFTER + "=" + encoded(after));
    }
    return asked.isEmpty() ? PATH : PATH + "?" + String.join("&", asked);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.jobs.title");
  }
}
