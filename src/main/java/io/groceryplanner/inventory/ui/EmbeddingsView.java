package io.groceryplanner.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Facts;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Rereading;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.inventory.BackfillState.Run;
import io.groceryplanner.inventory.BackfillState.State;
import io.groceryplanner.inventory.EmbeddingBackfill;
import io.groceryplanner.inventory.EmbeddingBackfill.Count;
import io.groceryplanner.security.SignedInUser;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** How many items can be found by their meaning, and the work of making it all of them. */
@Route(EmbeddingsView.PATH)
@Menu(order = 230, title = "admin.embeddings.title", icon = "search")
@RolesAllowed(AdminArea.ROLE)
class EmbeddingsView extends Div implements HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "embeddings";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** What is shown, so that nothing is drawn anew that is the same. */
  private record Seen(List<Count> counts, Optional<Run> run) {}

  private final transient EmbeddingBackfill backfill;
  private final ZoneId zone;
  private final Div models = new Div();
  private final Div progress = new Div();
  private final Button start = button("start", Symbol.RETRY);
  private final Button stop = button("stop", Symbol.CLOSE);
  private final Button resume = button("resume", Symbol.CHEVRON_RIGHT);
  private transient Optional<Seen> seen = Optional.empty();

  EmbeddingsView(EmbeddingBackfill backfill, CurrentPerson person) {
    this.backfill = backfill;
    this.zone = person.timeZone();
    addClassName("stack");
    start.addThemeVariants(ButtonVariant.PRIMARY);
    start.addClickListener(_ -> act(backfill::start));
    stop.addClickListener(_ -> act(backfill::stop));
    resume.addClickListener(_ -> act(backfill::resume));
    progress.addClassName("stack");
    add(
        new PageHeader(
            getTranslation("admin.embeddings.title"), getTranslation("admin.embeddings.subtitle")),
        new Card(Card.head(getTranslation("admin.embeddings.models")), models).flush(),
        new Card(
            Card.head(getTranslation("admin.embeddings.backfill"), stop, resume, start), progress));
    read();
    Rereading.keep(this, LOOK_EVERY, this::read);
  }

  private Button button(String key, Symbol symbol) {
    return new Button(getTranslation("admin.embeddings." + key), new Icon(symbol));
  }

  /**
   * @param work says whether there was anything to do
   */
  private void act(Predicate<UserId> work) {
    if (!work.test(SignedInUser.current().userId())) {
      Toast.problem(getTranslation("admin.embeddings.too-late"));
    }
    read();
  }

  private void read() {
    var now = new Seen(backfill.counts(), backfill.findLatest());
    if (seen.equals(Optional.of(now))) {
      return;
    }
    seen = Optional.of(now);
    boolean running = is(now, State.RUNNING);
    boolean stopped = is(now, State.STOPPED);
    start.setVisible(!running && !now.counts().isEmpty());
    stop.setVisible(running);
    resume.setVisible(stopped);
    models.removeAll();
    models.add(now.counts().isEmpty() ? noItems() : table(now));
    progress.removeAll();
    progress.add(now.run().map(run -> describe(run, now.counts())).orElseGet(this::notBegun));
  }

  private static boolean is(Seen now, State state) {
    return now.run().map(run -> run.state() == state).orElse(false);
  }

  private DataTable<Count> table(Seen now) {
    var current = current(now);
    var table =
        new DataTable<Count>(getTranslation("admin.embeddings.models"), Count::model)
            .text(
                getTranslation("admin.embeddings.model"),
                count -> count.model().orElse(getTranslation("admin.embeddings.none")))
            .column(getTranslation("admin.embeddings.state"), count -> badge(count, current))
            .figure(
                getTranslation("admin.embeddings.items"),
                count -> new Span(String.format(getLocale(), "%,d", count.items())));
    table.show(now.counts());
    return table;
  }

  /** What the last backfill heard from ai-service; before, the only one there is. */
  private static Optional<String> current(Seen now) {
    var models = now.counts().stream().flatMap(count -> count.model().stream()).toList();
    return now.run()
        .flatMap(Run::model)
        .or(() -> models.size() == 1 ? Optional.of(models.getFirst()) : Optional.empty());
  }

  private Badge badge(Count count, Optional<String> current) {
    if (count.model().isEmpty()) {
      return new Badge(Tone.SOON, Symbol.WARN, getTranslation("admin.embeddings.missing"));
    }
    if (current.isEmpty()) {
      return new Badge(Tone.PLAIN, getTranslation("admin.embeddings.unknown"));
    }
    return count.model().equals(current)
        ? new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("admin.embeddings.current"))
        : new Badge(Tone.SOON, Symbol.CLOCK, getTranslation("admin.embeddings.older"));
  }

  private Component describe(Run run, List<Count> counts) {
    long all = counts.stream().mapToLong(Count::items).sum();
    long done =
        counts.stream()
            .filter(count -> run.model().isPresent() && count.model().equals(run.model()))
            .mapToLong(Count::items)
            .sum();
    var bar = new ProgressBar(0, Math.max(1, all), done);
    var said = getTranslation("admin.embeddings.done-of", done, all);
    bar.getElement().setAttribute("aria-label", said);
    var facts =
        new Facts()
            .fact(getTranslation("admin.embeddings.state"), state(run))
            .fact(getTranslation("admin.embeddings.progress"), said)
            .fact(
                getTranslation("admin.embeddings.embedded"),
                String.format(getLocale(), "%,d", run.embedded()))
            .fact(getTranslation("admin.embeddings.begun"), new Moment(run.begunAt(), zone))
            .fact(getTranslation("admin.embeddings.changed"), new Moment(run.changedAt(), zone));
    var content = new Div(bar, facts);
    content.addClassName("stack");
    return content;
  }

  private Badge state(Run run) {
    var word = getTranslation("admin.embeddings." + run.state().name().toLowerCase(Locale.ROOT));
    return switch (run.state()) {
      case RUNNING -> new Badge(Tone.WAIT, Symbol.RETRY, word);
      case STOPPED -> new Badge(Tone.PLAIN, Symbol.MINUS, word);
      case DONE -> new Badge(Tone.GOOD, Symbol.CHECK, word);
    };
  }

  private EmptyState noItems() {
    return new EmptyState(
        Symbol.PANTRY,
        getTranslation("admin.embeddings.no-items.title"),
        getTranslation("admin.embeddings.no-items.text"));
  }

  private Component notBegun() {
    return new EmptyState(
        Symbol.SEARCH,
        getTranslation("admin.embeddings.not-begun.title"),
        getTranslation("admin.embeddings.not-begun.text"));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.embeddings.title");
  }
}
