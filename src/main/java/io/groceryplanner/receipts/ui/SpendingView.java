package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.FilterChips;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.Household;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.live.LiveReading;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Spending;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What was spent in a month, by category or by shop. */
@Route(SpendingView.PATH)
@Menu(order = 110, title = "receipts.ui.spending.title", icon = "chart")
@StyleSheet("receipts.css")
@PermitAll
class SpendingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  static final String PATH = "spending";

  private static final String MONTH = "month";
  private static final String BY = "by";

  private enum By {
    CATEGORY,
    SHOP;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final transient Spending spending;
  private final transient Household household;
  private final transient Clock clock;
  private final PageHeader header;
  private final Button before = new Button(new Icon(Symbol.CHEVRON_LEFT));
  private final Button after = new Button(new Icon(Symbol.CHEVRON_RIGHT));
  private final FilterChips<By> chips;
  private final Div sums = new Div();
  private YearMonth month = YearMonth.of(1970, 1);
  private By by = By.CATEGORY;

  SpendingView(Spending spending, CurrentHousehold current, ChangeNotices notices, Clock clock) {
    this.spending = spending;
    this.household = current.get();
    this.clock = clock;
    addClassName("spending");
    describe(before, "receipts.ui.spending.before", -1);
    describe(after, "receipts.ui.spending.after", 1);
    header = new PageHeader("", "", before, after);
    chips = new FilterChips<>(getTranslation("receipts.ui.spending.by"), this::choose);
    for (var each : By.values()) {
      chips.add(each, getTranslation("receipts.ui.spending.by." + each.key()), OptionalInt.empty());
    }
    sums.addClassNames("stack", "below-chips");
    add(header, chips, sums);
    LiveReading.keep(
        this, notices, household.id(), notice -> notice.isAbout(Receipts.TOPIC), this::read);
  }

  private void describe(Button button, String key, int months) {
    button.setAriaLabel(getTranslation(key));
    button.setTooltipText(getTranslation(key));
    button.addClickListener(click -> {
      month = month.plusMonths(months);
      writeAddress();
      read();
    });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = event.getLocation().getQueryParameters();
    month = asked.getSingleParameter(MONTH).map(this::month).orElseGet(this::thisMonth);
    by =
        asked
            .getSingleParameter(BY)
            .filter(By.SHOP.key()::equals)
            .map(_ -> By.SHOP)
            .orElse(By.CATEGORY);
    read();
  }

  /** What is no month is this one. */
  private YearMonth month(String given) {
    try {
      return YearMonth.parse(given);
    } catch (DateTimeParseException e) {
      return thisMonth();
    }
  }

  private YearMonth thisMonth() {
    return YearMonth.now(clock.withZone(household.timeZone()));
  }

  private void choose(By chosen) {
    by = chosen;
    writeAddress();
    read();
  }

  private void writeAddress() {
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(
            null,
            new Location(
                PATH, QueryParameters.simple(Map.of(MONTH, month.toString(), BY, by.key()))));
  }

  private void read() {
    chips.select(by);
    header.setTitle(getTranslation("receipts.ui.spending.in", monthName()));
    after.setEnabled(month.isBefore(thisMonth()));
    var found =
        switch (by) {
          case CATEGORY ->
              spending.byCategory(household.id(), month.atDay(1), month.atEndOfMonth());
          case SHOP -> spending.byShop(household.id(), month.atDay(1), month.atEndOfMonth());
        };
    var byCurrency =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    sum -> sum.spent().currency(), LinkedHashMap::new, Collectors.toList()));
    chips.setVisible(!found.isEmpty());
    header.setSubtitle(
        byCurrency.values().stream()
            .map(SpendingView::all)
            .map(money -> money.format(getLocale()))
            .collect(Collectors.joining(" + ")));
    sums.removeAll();
    byCurrency.forEach((currency, group) -> sums.add(card(currency, group, byCurrency.size() > 1)));
    if (found.isEmpty()) {
      sums.add(new Card(nothing()));
    }
  }

  private String monthName() {
    return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(getLocale()).format(month);
  }

  private static Money all(List<Spending.Sum> group) {
    return group.stream().map(Spending.Sum::spent).reduce(Money::plus).orElseThrow();
  }

  private Card card(Currency currency, List<Spending.Sum> group, boolean isOneOfSeveral) {
    var card = new Card();
    if (isOneOfSeveral) {
      card.add(Card.head(currency.getDisplayName(getLocale())));
    }
    card.add(new SpendingBars(group, this::nameOf));
    return card;
  }

  private String nameOf(Spending.Sum sum) {
    return sum.name()
        .orElseGet(() ->
            getTranslation(
                by == By.SHOP ? "receipts.ui.no-shop" : "receipts.ui.field.category.none"));
  }

  private EmptyState nothing() {
    return new EmptyState(
        Symbol.CHART,
        getTranslation("receipts.ui.spending.empty.title", monthName()),
        getTranslation("receipts.ui.spending.empty.text"),
        new Anchor(ReceiptsView.PATH, getTranslation("receipts.ui.prices.to-receipts")));
  }

  @Override
  public String getPageTitle() {
    return getTranslation("receipts.ui.spending.title");
  }
}
