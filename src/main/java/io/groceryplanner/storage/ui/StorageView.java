package io.groceryplanner.storage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.Facts;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Moment;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Rereading;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.security.SignedInUser;
import io.groceryplanner.storage.FileAudit;
import io.groceryplanner.storage.FileMoves;
import io.groceryplanner.storage.FileMoves.Move;
import io.groceryplanner.storage.FilePlaces;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Where files live, whether they are all there, and how far they have come when they move. */
@Route(StorageView.PATH)
@Menu(order = 240, title = "admin.storage.title", icon = "folder")
@RolesAllowed(AdminArea.ROLE)
class StorageView extends Div implements HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "storage";

  private static final Duration LOOK_EVERY = Duration.ofSeconds(4);

  /** What is shown, so that nothing is drawn anew that is the same. */
  private record Seen(Optional<FileAudit.Report> report, Optional<Move> move) {}

  private final transient FileAudit audit;
  private final transient FileMoves moves;
  private final transient FilePlaces places;
  private final ZoneId zone;
  private final Div report = new Div();
  private final Div move = new Div();
  private transient Optional<Seen> seen = Optional.empty();

  StorageView(FileAudit audit, FileMoves moves, FilePlaces places, CurrentPerson person) {
    this.zone = person.timeZone();
    this.audit = audit;
    this.moves = moves;
    this.places = places;
    addClassName("stack");
    add(
        new PageHeader(
            getTranslation("admin.storage.title"), getTranslation("admin.storage.subtitle")),
        place(),
        reportCard());
    if (places.before().isPresent()) {
      add(new Card(Card.head(getTranslation("admin.storage.move")), move));
    }
    read();
    Rereading.keep(this, LOOK_EVERY, this::read);
  }

  private Card place() {
    var kind = places.isBlob() ? "admin.storage.blob" : "admin.storage.folder";
    var facts =
        new Facts()
            .fact(getTranslation("admin.storage.kind"), getTranslation(kind))
            .fact(getTranslation("admin.storage.current"), places.current());
    places.before().ifPresent(before -> facts.fact(getTranslation("admin.storage.before"), before));
    return new Card(Card.head(getTranslation("admin.storage.place")), facts);
  }

  private Card reportCard() {
    var check =
        new Button(
            getTranslation("admin.storage.check-now"), new Icon(Symbol.RETRY), _ -> checkNow());
    // While files move, nothing can be said about them.
    check.setEnabled(places.before().isEmpty());
    var card = new Card(Card.head(getTranslation("admin.storage.check"), check));
    if (places.before().isPresent()) {
      card.add(new InlineNote(Tone.WAIT, getTranslation("admin.storage.check-later")));
    }
    card.add(report);
    return card;
  }

  private void checkNow() {
    if (places.checkNow(SignedInUser.current().userId())) {
      Toast.show(getTranslation("admin.storage.checking"));
    } else {
      Toast.problem(getTranslation("admin.storage.checking-already"));
    }
  }

  private void read() {
    var now = new Seen(audit.findLatest(), moves.findLatest());
    if (seen.equals(Optional.of(now))) {
      return;
    }
    seen = Optional.of(now);
    report.removeAll();
    report.add(now.report().<Component>map(this::facts).orElseGet(this::noReport));
    move.removeAll();
    move.add(now.move().<Component>map(this::progress).orElseGet(this::notBegun));
  }

  private Component facts(FileAudit.Report found) {
    return new Facts()
        .fact(getTranslation("admin.storage.checked-at"), new Moment(found.checkedAt(), zone))
        .fact(getTranslation("admin.storage.files"), number(found.files()))
        .fact(
            getTranslation("admin.storage.orphaned"),
            getTranslation("admin.storage.orphaned-of", found.orphaned(), found.deleted()))
        .fact(getTranslation("admin.storage.missing"), missing(found.missing()));
  }

  private Component missing(long missing) {
    return missing == 0
        ? new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("admin.storage.none-missing"))
        : new Badge(Tone.WRONG, Symbol.WARN, getTranslation("admin.storage.some-missing", missing));
  }

  private EmptyState noReport() {
    return new EmptyState(
        Symbol.FOLDER,
        getTranslation("admin.storage.no-report.title"),
        getTranslation("admin.storage.no-report.text"));
  }

  private Component progress(Move found) {
    var facts =
        new Facts()
            .fact(getTranslation("admin.storage.begun"), new Moment(found.begunAt(), zone))
            .fact(
                getTranslation("admin.storage.copied"),
                getTranslation("admin.storage.copied-of", found.copied(), found.lookedAt()))
            .fact(getTranslation("admin.storage.state"), state(found));
    found
        .endedAt()
        .ifPresent(
            ended -> facts.fact(getTranslation("admin.storage.ended"), new Moment(ended, zone)));
    return facts;
  }

  private Component state(Move found) {
    if (found.endedAt().isEmpty()) {
      return new Badge(Tone.WAIT, Symbol.MOVE, getTranslation("admin.storage.moving"));
    }
    return found
        .failure()
        .map(failure ->
            new Badge(Tone.WRONG, Symbol.WARN, getTranslation("admin.storage.stopped", failure)))
        .orElseGet(() -> {
          var key = found.copied() == 0 ? "admin.storage.all-moved" : "admin.storage.moved";
          return new Badge(Tone.GOOD, Symbol.CHECK, getTranslation(key));
        });
  }

  private EmptyState notBegun() {
    return new EmptyState(
        Symbol.MOVE,
        getTranslation("admin.storage.not-begun.title"),
        getTranslation("admin.storage.not-begun.text"));
  }

  private String number(long value) {
    return String.format(getLocale(), "%,d", value);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("admin.storage.title");
  }
}
