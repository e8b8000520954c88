package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.ConfidenceMark;
import io.groceryplanner.base.ui.DayText;
import io.groceryplanner.base.ui.Pictogram;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.receipts.LineKind;
import io.groceryplanner.receipts.ReceiptLine;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of a receipt: read at a glance, and opened to be corrected. */
class LineRow extends ListItem {

  static final Set<String> UNITS = Set.of("piece", "kg", "g", "l", "ml", "cl", "mg", "lb", "oz");

  private static final String PIECE = "piece";

  private final transient Shelves shelves;
  private final String currency;
  private transient ReceiptLine line;
  private @Nullable LineEditor editor;
  private boolean isFixed;

  LineRow(ReceiptLine line, String currency, Shelves shelves) {
    this.line = line;
    this.currency = currency;
    this.shelves = shelves;
    addClassName("line");
    getElement().setAttribute("data-line", String.valueOf(line.lineNo()));
    draw();
  }

  int lineNo() {
    return line.lineNo();
  }

  ReceiptLine line() {
    return line;
  }

  boolean isOpen() {
    return editor != null;
  }

  boolean hasErrors() {
    return editor != null && editor.hasErrors();
  }

  /** Takes what is known now; what is being typed stays. */
  void show(ReceiptLine now) {
    if (now.equals(line)) {
      return;
    }
    line = now;
    if (editor == null) {
      draw();
    } else {
      showName();
    }
  }

  void open(LineEditor with) {
    editor = with;
    draw();
    getElement().executeJs("this.dispatchEvent(new Event('opened', {bubbles: true}))");
  }

  /** Closes the editor; what was saved is shown. */
  void close(boolean takeFocus) {
    editor = null;
    draw();
    if (takeFocus) {
      getElement().executeJs("this.focus()");
    }
  }

  /** Without a way to open it, once the receipt is put away. */
  void setOpenable(boolean isOpenable) {
    if (isFixed == isOpenable) {
      isFixed = !isOpenable;
      draw();
    }
    setClassName("fixed", !isOpenable);
    if (isOpenable) {
      getElement().setAttribute("tabindex", "0");
    } else {
      getElement().removeAttribute("tabindex");
    }
  }

  private final Div names = new Div();
  private final Pictogram pictogram = new Pictogram("other", Pictogram.Size.SMALL);

  private void draw() {
    removeAll();
    var level = Level.of(line);
    for (var each : ConfidenceMark.Level.values()) {
      setClassName(each.className(), each == level);
    }
    setClassName("open", editor != null);
    var item = new Div(pictogram, names);
    item.addClassName("item");
    showName();
    add(new ConfidenceMark(level), item);
    if (editor == null) {
      add(place(), quantity(), sum());
    } else {
      add(editor.amount(), editor);
    }
  }

  private void showName() {
    pictogram.setCategory(pictogramKey());
    var name = new Div(line.description());
    name.addClassName("name");
    var raw = new Div(line.rawText());
    raw.addClassName("raw");
    names.removeAll();
    names.add(name, raw);
  }

  private String pictogramKey() {
    return shelves
        .category(line.category())
        .map(Category::pictogram)
        .orElse(line.kind() == LineKind.DEPOSIT ? "drinks" : "other");
  }

  private Div place() {
    var place = new Div();
    place.addClassName("place");
    if (line.stocked()) {
      shelves
          .location(line.location())
          .map(StorageLocation::name)
          .ifPresent(name -> place.add(new Span(name)));
      line.useBy()
          .map(day -> DayText.day(day, shelves.today(), getLocale()))
          .ifPresent(day -> place.add(new Span(getTranslation("receipts.ui.use-by", day))));
      MatchMark.of(line).ifPresent(place::add);
    } else {
      place.add(
          new Span(
              getTranslation(
                  line.kind() == LineKind.DISCOUNT
                      ? "receipts.ui.taken-off"
                      : "receipts.ui.not-stocked")));
    }
    return place;
  }

  private Div quantity() {
    var quantity = new Div();
    quantity.addClassNames("quantity", "num");
    if (line.kind() != LineKind.DISCOUNT) {
      quantity.setText(quantityWords());
    }
    return quantity;
  }

  private String quantityWords() {
    var amount = ReceiptText.quantity(line.quantity(), getLocale());
    boolean isPieces = line.unit().equals(PIECE);
    var how = isPieces ? amount + "\u00a0×" : amount + "\u00a0" + unit();
    var single =
        line.unitPrice()
            .filter(price -> !isPieces || line.quantity().compareTo(BigDecimal.ONE) != 0)
            .map(price -> ReceiptText.plain(price, currency, getLocale()))
            .map(price -> isPieces ? price : price + "/" + unit());
    return single.map(price -> how + "\n" + price).orElse(how);
  }

  private String unit() {
    return UNITS.contains(line.unit())
        ? getTranslation("receipts.ui.unit." + line.unit())
        : line.unit();
  }

  /** Once it is put away, it leads to what the item cost before. */
  private Div sum() {
    var words = ReceiptText.plain(line.amount(), currency, getLocale());
    var sum = new Div();
    sum.addClassNames("sum", "num");
    if (isFixed && line.item().isPresent()) {
      var link = new Anchor(PricesView.pathOf(line.item().get()), words);
      link.setAriaLabel(getTranslation("receipts.ui.prices.of", line.description()) + ": " + words);
      sum.add(link);
    } else {
      sum.setText(words);
    }
    return sum;
  }
}
