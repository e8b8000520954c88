package io.groceryplanner.inventory.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.DayText;
import io.groceryplanner.base.ui.MoneyText;
import io.groceryplanner.base.ui.Pictogram;
import io.groceryplanner.base.ui.UseByBadge;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.StockEntry;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing in the house: what it is, until when, how much and what it cost. */
class StockRow extends ListItem {

  private static final String PRICES = "prices/";
  private static final String NOT_SORTED = "other";
  private static final char NO_BREAK = '\u00a0';

  StockRow(StockEntry entry, LocalDate today) {
    addClassName("row");
    add(new Pictogram(entry.category().map(Category::pictogram).orElse(NOT_SORTED)));
    add(what(entry, today));
    entry.useBy().ifPresent(useBy -> add(due(useBy, today)));
    add(new AmountText(entry.quantity(), entry.unit()));
    entry
        .price()
        .ifPresent(money -> {
          var price = new Anchor(PRICES + entry.item(), new MoneyText(money));
          price.addClassName("price");
          price.setAriaLabel(
              getTranslation(
                  "inventory.ui.prices-of", entry.itemName(), money.format(getLocale())));
          add(price);
        });
  }

  private Div what(StockEntry entry, LocalDate today) {
    var name = new Div(entry.itemName());
    name.addClassName("name");
    var second = new Div(secondLine(entry, today));
    second.addClassName("second");
    var what = new Div(name, second);
    what.addClassName("what");
    return what;
  }

  private String secondLine(StockEntry entry, LocalDate today) {
    var category =
        entry
            .category()
            .map(Category::name)
            .orElseGet(() -> getTranslation("inventory.ui.unsorted"));
    var bought = entry.purchasedOn().map(day -> boughtOn(day, today));
    return Stream.concat(Stream.of(category), bought.stream()).collect(Collectors.joining(" · "));
  }

  /** Kept together, so that a narrow screen breaks before it. */
  private String boughtOn(LocalDate day, LocalDate today) {
    return getTranslation("inventory.ui.bought", DayText.day(day, today, getLocale()))
        .replace(' ', NO_BREAK);
  }

  /** The words before the date are read aloud, and seen where the date stands plain. */
  private Span due(LocalDate useBy, LocalDate today) {
    var label = new Span(getTranslation("inventory.ui.use-by"));
    label.addClassName("due-label");
    var due = new Span(label, new UseByBadge(useBy, today));
    due.addClassName("due");
    return due;
  }
}
