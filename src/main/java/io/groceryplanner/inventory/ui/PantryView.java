package io.groceryplanner.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.FilterChips;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.TypingPause;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.Household;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StockTotal;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.live.LiveReading;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is in the house, place by place; it changes under the eyes when others put things away. */
@Route(PantryView.PATH)
@RouteAlias("")
@Menu(order = 20, title = "inventory.ui.title", icon = "pantry")
@PermitAll
class PantryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = "pantry";

  private static final String LETTERS = "q";
  private static final String PLACE = "at";
  private static final String EVERYWHERE = "";
  private static final String NO_PLACE = "none";
  private static final String RECEIPTS = "receipts";
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int LONGEST_SEARCH = 100;

  private final transient Stock stock;
  private final transient Clock clock;
  private final transient Household household;

  private final PageHeader header;
  private final Button photograph = toReceipts();
  private final TextField search = new TextField();
  private final Div tools = new Div(search);
  private final FilterChips<String> places =
      new FilterChips<>(getTranslation("inventory.ui.places"), this::choose);
  private final Card list = new Card().flush();
  private final Div instead = new Div();
  private final Map<String, StockGroup> groups = new HashMap<>();
  private final Span said = new Span();
  private String place = EVERYWHERE;
  private transient List<StockTotal> offered = List.of();

  PantryView(Stock stock, CurrentHousehold current, ChangeNotices notices, Clock clock) {
    this.stock = stock;
    this.clock = clock;
    this.household = current.get();
    photograph.addClassName("laptop-only");
    header = new PageHeader(getTranslation("inventory.ui.title"), "", photograph);
    describeSearch();
    tools.addClassName("tools");
    list.addClassName("stock");
    list.getElement().setAttribute("aria-label", getTranslation("inventory.ui.list"));
    said.addClassName("sr");
    said.getElement().setAttribute("role", "status");
    add(header, tools, places, said, list, instead);
    list.addClassName("below-chips");
    instead.addClassName("below-chips");
    LiveReading.keep(
        this, notices, household.id(), notice -> notice.isAbout(Stock.TOPIC), this::read);
  }

  private void describeSearch() {
    search.setPrefixComponent(new Icon(Symbol.SEARCH));
    search.setAriaLabel(getTranslation("inventory.ui.search"));
    search.setClearButtonVisible(true);
    search.setMaxLength(LONGEST_SEARCH);
    TypingPause.tellAfter(PAUSE, search);
    search.addValueChangeListener(typed -> {
      if (typed.isFromClient()) {
        writeAddress();
        readAnew();
      }
    });
  }

  private Button toReceipts() {
    var button =
        new Button(
            getTranslation("inventory.ui.photograph"),
            new Icon(Symbol.CAMERA),
            click -> UI.getCurrent().navigate(RECEIPTS));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (event.getLocation().getPath().isEmpty()) {
      event.forwardTo(PATH, event.getLocation().getQueryParameters());
      return;
    }
    var asked = event.getLocation().getQueryParameters();
    search.setValue(asked.getSingleParameter(LETTERS).map(PantryView::shortened).orElse(""));
    place = asked.getSingleParameter(PLACE).orElse(EVERYWHERE);
    readAnew();
  }

  private static String shortened(String letters) {
    return letters.substring(0, Math.min(letters.length(), LONGEST_SEARCH));
  }

  private void choose(String chosen) {
    place = chosen;
    writeAddress();
    readAnew();
  }

  private void clearSearch() {
    search.setValue("");
    choose(EVERYWHERE);
  }

  /** What is searched stands in the address, so that it survives a reload and can be sent on. */
  private void writeAddress() {
    var asked = new LinkedHashMap<String, String>();
    if (!search.getValue().isBlank()) {
      asked.put(LETTERS, search.getValue());
    }
    if (!place.equals(EVERYWHERE)) {
      asked.put(PLACE, place);
    }
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location(PATH, QueryParameters.simple(asked)));
  }

  /** Forgets how far each place was opened. */
  private void readAnew() {
    groups.clear();
    read();
  }

  private void read() {
    var letters = search.getValue();
    var all = stock.totals(household.id(), "");
    var found = letters.isBlank() ? all : stock.totals(household.id(), letters);
    var here =
        found.stream()
            .filter(total -> place.equals(EVERYWHERE) || place.equals(keyOf(total)))
            .toList();
    boolean nothingYet = all.isEmpty();
    describe(all);
    said.setText(letters.isBlank() ? "" : getTranslation("inventory.ui.found", count(here)));
    offerPlaces(found);
    photograph.setVisible(!nothingYet);
    tools.setVisible(!nothingYet);
    places.setVisible(!found.isEmpty());
    list.setVisible(!here.isEmpty());
    showGroups(here);
    instead.removeAll();
    if (nothingYet) {
      instead.add(new Card(nothingYet()));
    } else if (here.isEmpty()) {
      instead.add(new Card(nothingFound(letters)));
    }
  }

  private void describe(List<StockTotal> all) {
    long entries = count(all);
    var paid =
        all.stream()
            .flatMap(total -> total.paid().stream())
            .collect(
                Collectors.toMap(Money::currency, money -> money, Money::plus, LinkedHashMap::new))
            .values()
            .stream()
            .map(money -> money.format(getLocale()))
            .collect(Collectors.joining(" + "));
    header.setSubtitle(
        Stream.of(
                entries == 0 ? "" : getTranslation("inventory.ui.count", entries),
                paid.isEmpty() ? "" : getTranslation("inventory.ui.worth", paid))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")));
    search.setPlaceholder(getTranslation("inventory.ui.search-among", entries));
  }

  private static long count(List<StockTotal> totals) {
    return totals.stream().mapToLong(StockTotal::entries).sum();
  }

  private void offerPlaces(List<StockTotal> found) {
    // Chips that stay the same keep the keyboard's focus.
    if (!found.equals(offered)) {
      offered = found;
      addPlaces(found);
    }
    places.select(place);
  }

  private void addPlaces(List<StockTotal> found) {
    places.clear();
    places.add(
        EVERYWHERE, getTranslation("inventory.ui.everywhere"), OptionalInt.of((int) count(found)));
    found.forEach(
        total -> places.add(keyOf(total), nameOf(total), OptionalInt.of((int) total.entries())));
    places.select(place);
  }

  private void showGroups(List<StockTotal> totals) {
    var today = LocalDate.now(clock.withZone(household.timeZone()));
    var shown = totals.stream().map(total -> group(total, today)).toList();
    if (!list.getChildren().toList().equals(shown)) {
      list.removeAll();
      shown.forEach(list::add);
    }
  }

  private Component group(StockTotal total, LocalDate today) {
    var letters = search.getValue();
    var group =
        groups.computeIfAbsent(
            keyOf(total),
            _ ->
                new StockGroup(
                    total,
                    (cursor, limit) ->
                        stock.listAt(
                            household.id(),
                            total.location().map(StorageLocation::id),
                            letters,
                            cursor,
                            limit)));
    group.refresh(total, today);
    return group;
  }

  private static String keyOf(StockTotal total) {
    return total.location().map(known -> known.id().toString()).orElse(NO_PLACE);
  }

  private String nameOf(StockTotal total) {
    return total
        .location()
        .map(StorageLocation::name)
        .orElseGet(() -> getTranslation("inventory.ui.no-place"));
  }

  private EmptyState nothingYet() {
    return new EmptyState(
        Symbol.PANTRY,
        getTranslation("inventory.ui.empty.title"),
        getTranslation("inventory.ui.empty.text"),
        toReceipts());
  }

  private EmptyState nothingFound(String letters) {
    var clear = new Button(getTranslation("inventory.ui.none.clear"), click -> clearSearch());
    return new EmptyState(
        Symbol.SEARCH,
        letters.isBlank()
            ? getTranslation("inventory.ui.none.here")
            : getTranslation("inventory.ui.none.title", letters),
        getTranslation("inventory.ui.none.text"),
        clear);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("inventory.ui.title");
  }
}
