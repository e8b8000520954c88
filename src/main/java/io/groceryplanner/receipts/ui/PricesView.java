package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.DayText;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.MoneyText;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.Household;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.receipts.Prices;
import io.groceryplanner.receipts.Prices.PackChange;
import io.groceryplanner.receipts.Prices.Paid;
import io.groceryplanner.receipts.Shop;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one item cost, when and where. */
@Route(PricesView.PATH)
@StyleSheet("receipts.css")
@PermitAll
class PricesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final String ITEM = "item";

  static final String PATH = "prices/:" + ITEM;

  private static final int PART = 50;

  private final transient Prices prices;
  private final transient Items items;
  private final transient Household household;
  private final LocalDate today;
  private final UnorderedList history = new UnorderedList();
  private final Button more = new Button(getTranslation("receipts.ui.more"));
  private transient @Nullable Item item;
  private @Nullable String cursor;

  PricesView(Prices prices, Items items, CurrentHousehold current, Clock clock) {
    this.prices = prices;
    this.items = items;
    this.household = current.get();
    this.today = LocalDate.now(clock.withZone(household.timeZone()));
    addClassNames("stack", "prices");
    history.addClassName("list");
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClassName("more");
    more.addClickListener(click -> addPart());
  }

  /** Where the prices of an item stand. */
  static String pathOf(ItemId id) {
    return "prices/" + id;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var shown =
        event
            .getRouteParameters()
            .get(ITEM)
            .flatMap(PricesView::read)
            .flatMap(id -> items.find(household.id(), id))
            .orElseThrow(NotFoundException::new);
    item = shown;
    cursor = null;
    removeAll();
    history.removeAll();
    var header =
        new PageHeader(shown.name(), getTranslation("receipts.ui.prices.subtitle"))
            .withBack("pantry", getTranslation("receipts.ui.prices.back"));
    add(header);
    var latest = addPart();
    if (latest.isEmpty()) {
      add(
          new Card(
              new EmptyState(
                  Symbol.CHART,
                  getTranslation("receipts.ui.prices.empty.title"),
                  getTranslation("receipts.ui.prices.empty.text"),
                  new Anchor(
                      ReceiptsView.PATH, getTranslation("receipts.ui.prices.to-receipts")))));
      return;
    }
    add(summary(shown.id(), latest));
    prices.packChanges(household.id(), shown.id()).stream()
        .limit(1)
        .map(this::note)
        .forEach(this::add);
    add(new Card(Card.head(getTranslation("receipts.ui.prices.history")), history, more).flush());
  }

  /** Anything that is no id of ours is no item either. */
  private static Optional<ItemId> read(String given) {
    try {
      return Optional.of(new ItemId(UUID.fromString(given)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<Paid> addPart() {
    var part = prices.list(household.id(), shown().id(), cursor, PART);
    part.items().forEach(paid -> history.add(row(paid)));
    cursor = part.nextCursor();
    more.setVisible(cursor != null);
    return part.items();
  }

  /** The latest price, where it was cheapest, and how it went. */
  private Card summary(ItemId id, List<Paid> latest) {
    var now = latest.getFirst();
    var figures = new Div(figure("receipts.ui.prices.latest", now));
    figures.addClassName("figures");
    prices.cheapest(household.id(), id, today.minusYears(1)).stream()
        .filter(paid -> isComparable(paid, now))
        .findFirst()
        .ifPresent(cheapest -> figures.add(figure("receipts.ui.prices.cheapest", cheapest)));
    var card = new Card(figures);
    var comparable = latest.stream().filter(paid -> isComparable(paid, now)).toList();
    if (comparable.size() > 1) {
      card.add(new PriceChart(comparable, today));
    }
    return card;
  }

  private static boolean isComparable(Paid one, Paid other) {
    return one.per().equals(other.per()) && one.paid().currency().equals(other.paid().currency());
  }

  private Div figure(String key, Paid paid) {
    var label = new Div(getTranslation(key));
    label.addClassNames("small", "muted");
    var value = new Div(PriceText.perUnit(paid, this));
    value.addClassNames("figure", "num");
    var where = new Div(shopAndDay(paid));
    where.addClassNames("small", "muted");
    return new Div(label, value, where);
  }

  private InlineNote note(PackChange change) {
    boolean isLess = change.now().compareTo(change.before()) < 0;
    return new InlineNote(
        isLess ? Tone.SOON : Tone.PLAIN,
        getTranslation(
            isLess ? "receipts.ui.prices.pack-less" : "receipts.ui.prices.pack-more",
            change.shop().name(),
            PriceText.pack(change.before(), change.per(), this),
            PriceText.pack(change.now(), change.per(), this),
            DayText.day(change.day(), today, getLocale()),
            PriceText.percent(change)));
  }

  private ListItem row(Paid paid) {
    var name = new Anchor(ReceiptReviewView.pathOf(paid.receipt()), shopAndDay(paid));
    name.addClassName("name");
    var second = new Div(PriceText.perUnit(paid, this));
    second.addClassNames("second", "num");
    var what = new Div(name, second);
    what.addClassName("what");
    var row = new ListItem(what, price(paid));
    row.addClassName("row");
    return row;
  }

  private Component price(Paid paid) {
    var quantity =
        new Span(
            ReceiptText.quantity(paid.quantity(), getLocale())
                + "\u00a0"
                + (LineRow.UNITS.contains(paid.unit())
                    ? getTranslation("receipts.ui.unit." + paid.unit())
                    : paid.unit()));
    quantity.addClassNames("small", "muted");
    var price = new Div(new MoneyText(paid.paid()), quantity);
    price.addClassName("paid");
    return price;
  }

  private String shopAndDay(Paid paid) {
    return getTranslation(
        "receipts.ui.name-and-day",
        paid.shop().map(Shop::name).orElseGet(() -> getTranslation("receipts.ui.no-shop")),
        DayText.day(paid.day(), today, getLocale()));
  }

  private Item shown() {
    var now = item;
    if (now == null) {
      throw new IllegalStateException("No item is shown");
    }
    return now;
  }

  @Override
  public String getPageTitle() {
    return item == null ? getTranslation("receipts.ui.prices.subtitle") : item.name();
  }
}
