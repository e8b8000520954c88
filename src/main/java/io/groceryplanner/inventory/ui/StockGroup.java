package io.groceryplanner.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.groceryplanner.base.Slice;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.inventory.StockEntry;
import io.groceryplanner.inventory.StockTotal;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.Zone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is at one place: its name and total above its first entries, and more when asked. */
class StockGroup extends Section {

  static final int PAGE = 30;

  /** Reads one part of the entries. */
  @FunctionalInterface
  interface Reader {
    Slice<StockEntry> read(@Nullable String cursor, int limit);
  }

  private final transient Reader reader;
  private final UnorderedList rows = new UnorderedList();
  private final Span total = new Span();
  private final Button more = new Button();
  private transient List<StockEntry> shown = List.of();
  private LocalDate today = LocalDate.MIN;
  private long all;
  private @Nullable String cursor;

  StockGroup(StockTotal about, Reader reader) {
    this.reader = reader;
    total.addClassNames("total", "num");
    var heading =
        new H2(
            new Icon(about.location().map(place -> symbol(place.zone())).orElse(Symbol.QUESTION)),
            new Span(
                about
                    .location()
                    .map(StorageLocation::name)
                    .orElseGet(() -> getTranslation("inventory.ui.no-place"))),
            total);
    heading.addClassName("group-head");
    more.addClassName("more");
    more.addThemeVariants(ButtonVariant.TERTIARY);
    more.addClickListener(click -> showMore());
    add(heading, rows, more);
  }

  /** Reads again as many entries as stand here, and at least the first page. */
  void refresh(StockTotal about, LocalDate day) {
    all = about.entries();
    total.setText(
        Stream.concat(
                Stream.of(AmountText.number(BigDecimal.valueOf(all), getLocale())),
                about.paid().stream().map(money -> money.format(getLocale())))
            .collect(Collectors.joining(" · ")));
    var read = new ArrayList<StockEntry>();
    cursor = null;
    do {
      var slice = reader.read(cursor, PAGE);
      read.addAll(slice.items());
      cursor = slice.nextCursor();
    } while (cursor != null && read.size() < shown.size());
    if (!read.equals(shown) || !day.equals(today)) {
      today = day;
      shown = read;
      rows.removeAll();
      read.forEach(this::addRow);
    }
    offerMore();
  }

  private void showMore() {
    var slice = reader.read(cursor, PAGE);
    shown = Stream.concat(shown.stream(), slice.items().stream()).toList();
    cursor = slice.nextCursor();
    slice.items().forEach(this::addRow);
    offerMore();
  }

  private void addRow(StockEntry entry) {
    rows.add(new StockRow(entry, today));
  }

  private void offerMore() {
    more.setVisible(cursor != null);
    more.setText(getTranslation("inventory.ui.more", Math.max(all - shown.size(), 0)));
  }

  static Symbol symbol(Zone zone) {
    return switch (zone) {
      case FRIDGE -> Symbol.FRIDGE;
      case FREEZER -> Symbol.FREEZER;
      case PANTRY -> Symbol.CUPBOARD;
      case CELLAR -> Symbol.CELLAR;
      case OTHER -> Symbol.FOLDER;
    };
  }
}
