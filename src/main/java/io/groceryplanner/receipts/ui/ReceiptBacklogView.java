package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
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
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Pager;
import io.groceryplanner.base.ui.Rereading;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.receipts.Condition;
import io.groceryplanner.receipts.ReceiptBacklog;
import io.groceryplanner.receipts.ReceiptBacklog.Count;
import io.groceryplanner.receipts.ReceiptBacklog.Failed;
import io.groceryplanner.receipts.Stage;
import io.groceryplanner.security.SignedInUser;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the receipts of the whole installation stand; ids and codes, nobody's words. */
@Route(ReceiptBacklogView.PATH)
@Menu(order = 220, title = "admin.receipts.title", icon = "receipt")
@RolesAllowed(AdminArea.ROLE)
class ReceiptBacklogView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "receipts";

  private static final String RUNS_ABOUT = AdminArea.PREFIX + "jobs/history?show=all&about=";
  private static final int PAGE = 50;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(4);
  private static final String AFTER = "after";

  private record Row(Stage stage, List<Count> counts) {}

  private final transient ReceiptBacklog backlog;
  private final ZoneId zone;
  private final DataTable<Row> stages;
  private final DataTable<Failed> failed;
  private final Card card = new Card().flush();
  private final Button retryAll =
      new Button(
          getTranslation("admin.receipts.retry-all"), new Icon(Symbol.RETRY), _ -> retryAll());
  private final Div list = new Div();
  private final Pager pager = new Pager();
  private @Nullable String after;

  ReceiptBacklogView(ReceiptBacklog backlog, CurrentPerson person) {
    this.backlog = backlog;
    this.zone = person.timeZone();
    addClassName("stack");
    stages = stages();
    failed = failed();
    card.add(Card.head(getTranslation("admin.receipts.failed"), retryAll), list);
    add(
        new PageHeader(
            getTranslation("admin.receipts.title"), getTranslation("admin.receipts.subtitle")),
        new Card(stages).flush(),
        card,
        pager);
    Rereading.keep(this, LOOK_EVERY, this::read);
  }

  private DataTable<Row> stages() {
    var table =
        new DataTable<Row>(getTranslation("admin.receipts.title"), Row::stage)
            .text(
                getTranslation("admin.receipts.stage"),
                row -> getTranslation("admin.receipts.stage." + key(row.stage())));
    for (var condition : Condition.values()) {
      table.figure(
          getTranslation("admin.receipts.condition." + key(condition)),
          row -> figure(row, condition));
    }
    return table.column(getTranslation("admin.receipts.oldest"), this::oldest);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private Span figure(Row row, Condition condition) {
    long receipts =
        row.counts().stream()
            .filter(count -> count.condition() == condition)
            .mapToLong(Count::receipts)
            .sum();
    var figure = new Span(String.format(getLocale(), "%,d", receipts));
    if (receipts == 0) {
      figure.addClassNames("hint", "nothing");
    } else if (condition == Condition.FAILED) {
      figure.addClassName("tomato-ink");
    }
    return figure;
  }

  private Component oldest(Row row) {
    Optional<Instant> oldest =
        row.counts().stream().map(Count::oldest).min(java.util.Comparator.naturalOrder());
    var none = new Span("–");
    none.addClassNames("hint", "nothing");
    return oldest.<Component>map(since -> new Moment(since, zone)).orElse(none);
  }

  private DataTable<Failed> failed() {
    return new DataTable<Failed>(
            getTranslation("admin.receipts.failed"), one -> one.receipt().value())
        .column(getTranslation("admin.receipts.receipt"), this::name)
        .column(getTranslation("admin.receipts.reason"), one -> raw(one.reason()))
        .text(
            getTranslation("admin.receipts.stage"),
            one -> getTranslation("admin.receipts.stage." + key(one.stage())))
        .column(getTranslation("admin.receipts.since"), one -> new Moment(one.since(), zone))
        .actions(getTranslation("admin.receipts.actions"), this::actions);
  }

  private Component name(Failed one) {
    var household = new Div(getTranslation("admin.receipts.household", one.household().toString()));
    household.addClassNames("small", "muted");
    var name = new Div(new Span(one.receipt().toString()), household);
    name.addClassName("ids");
    return name;
  }

  private static Span raw(String code) {
    var span = new Span(code);
    span.addClassName("raw");
    return span;
  }

  private Component actions(Failed one) {
    var retry =
        new Button(getTranslation("admin.receipts.retry"), new Icon(Symbol.RETRY), _ -> retry(one));
    retry.setAriaLabel(getTranslation("admin.receipts.retry") + ": " + one.receipt());
    var runs = new Anchor(RUNS_ABOUT + one.subject(), getTranslation("admin.receipts.runs"));
    runs.addClassName("button");
    runs.getElement()
        .setAttribute("aria-label", getTranslation("admin.receipts.runs") + ": " + one.receipt());
    var actions = new Div(retry, runs);
    actions.addClassName("actions");
    return actions;
  }

  private void retry(Failed one) {
    var admin = SignedInUser.current().userId();
    if (backlog.retry(admin, one.household(), one.receipt())) {
      Toast.show(getTranslation("admin.receipts.retried", 1));
    } else {
      Toast.problem(getTranslation("admin.receipts.not-failed"));
    }
    read();
  }

  private void retryAll() {
    int retried = backlog.retryAll(SignedInUser.current().userId());
    Toast.show(getTranslation("admin.receipts.retried", retried));
    read();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    after = event.getLocation().getQueryParameters().getSingleParameter(AFTER).orElse(null);
    read();
  }

  private void read() {
    var counts = backlog.counts();
    stages.show(
        Arrays.stream(Stage.values())
            .filter(stage -> stage != Stage.CONFIRMED)
            .map(stage -> new Row(stage, counts.stream().filter(c -> c.stage() == stage).toList()))
            .toList());
    var slice = backlog.listFailed(after, PAGE);
    if (slice.items().isEmpty() && after != null) {
      // The last of this page is gone; there may be others before it.
      after = null;
      slice = backlog.listFailed(null, PAGE);
    }
    failed.show(slice.items());
    retryAll.setVisible(!slice.items().isEmpty());
    if (slice.items().isEmpty()) {
      list.removeAll();
      list.add(nothing());
    } else if (!failed.isAttached()) {
      list.removeAll();
      list.add(failed);
    }
    pager.show(
        after, slice.nextCursor(), next -> next.isEmpty() ? PATH : PATH + "?" + AFTER + "=" + next);
  }

  private EmptyState nothing() {
    return new EmptyState(
        Symbol.CHECK,
        getTranslation("admin.receipts.empty.title"),
        getTranslation("admin.receipts.empty.text"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.receipts.title");
  }
}
