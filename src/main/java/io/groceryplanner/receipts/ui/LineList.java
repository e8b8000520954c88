package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of a receipt, one of them open to be corrected. */
class LineList extends Card {

  /** What the list needs of the screen it stands on. */
  interface Desk {
    CorrectResult correct(int lineNo, LineCorrection said);

    /** A line was opened; its place on the picture should light up. */
    void looksAt(int lineNo);
  }

  private static final int NONE = -1;

  private final transient Shelves shelves;
  private final transient Desk desk;
  private final H2 title = new H2();
  private final Button next =
      new Button(getTranslation("receipts.ui.next-to-look-at"), new Icon(Symbol.CHEVRON_DOWN));
  private final OrderedList list = new OrderedList();
  private final Paragraph noLines = new Paragraph(getTranslation("receipts.ui.no-lines"));
  private final Map<Integer, LineRow> rows = new LinkedHashMap<>();
  private transient Optional<Receipt> shown = Optional.empty();
  private int lookedAt = NONE;
  private boolean isOpenable;

  LineList(Shelves shelves, Desk desk) {
    this.shelves = shelves;
    this.desk = desk;
    flush();
    addClassName("lines");
    getElement().setAttribute("aria-label", getTranslation("receipts.ui.lines-label"));
    next.addThemeVariants(ButtonVariant.TERTIARY);
    next.setIconAfterText(true);
    next.addClickListener(click -> openNext());
    var actions = new Div(next);
    actions.addClassName("actions");
    var head = new Div(title, actions);
    head.addClassName("card-head");
    noLines.addClassNames("muted", "no-lines");
    list.addClassName("list");
    add(head, list, noLines);
  }

  /**
   * Takes what is known now; a line that is being edited stays as it is.
   *
   * @param openable whether lines can be corrected
   */
  void show(Receipt receipt, boolean openable) {
    shown = Optional.of(receipt);
    isOpenable = openable;
    title.setText(getTranslation("receipts.ui.lines", receipt.lines().size()));
    noLines.setVisible(receipt.lines().isEmpty());
    list.setVisible(!receipt.lines().isEmpty());
    for (var line : receipt.lines()) {
      var row = rows.computeIfAbsent(line.lineNo(), _ -> row(line, receipt.currency()));
      row.show(line);
      row.setOpenable(openable);
      if (!openable && row.isOpen()) {
        row.close(false);
      }
    }
    next.setVisible(openable && receipt.lines().stream().anyMatch(Level::isWorthALook));
  }

  private LineRow row(ReceiptLine line, String currency) {
    var row = new LineRow(line, currency, shelves);
    row.addClickListener(click -> open(row.lineNo()));
    // From modules/receipt-review.js: Enter and Esc inside the fields.
    row.getElement().addEventListener("line-done", done -> close(row));
    list.add(row);
    return row;
  }

  /** Opens a line; another one closes, unless something in it cannot be right. */
  void open(int lineNo) {
    var row = rows.get(lineNo);
    if (row == null || !isOpenable || row.isOpen()) {
      return;
    }
    rows.values().stream()
        .filter(other -> other.isOpen() && !other.hasErrors())
        .forEach(other -> other.close(false));
    lookedAt = lineNo;
    row.open(editor(row));
    desk.looksAt(lineNo);
  }

  private LineEditor editor(LineRow row) {
    var receipt = shown.orElseThrow();
    return new LineEditor(
        row.line(),
        receipt.currency(),
        shelves,
        makesItAddUp(receipt, row.line()),
        () -> close(row),
        said -> desk.correct(row.lineNo(), said));
  }

  private void close(LineRow row) {
    if (row.isOpen() && !row.hasErrors()) {
      row.close(true);
    }
  }

  /** The price with which the receipt would add up, where this line may be to blame. */
  private static Optional<BigDecimal> makesItAddUp(Receipt receipt, ReceiptLine line) {
    return receipt
        .summary()
        .arithmetic()
        .difference()
        .filter(difference -> difference.signum() != 0 && Level.isWorthALook(line))
        .map(difference -> line.lineTotal().subtract(difference))
        .filter(wanted -> wanted.signum() > 0);
  }

  /** Opens the next line that was not read surely, from the top again behind the last. */
  private void openNext() {
    var unsure =
        rows.values().stream()
            .filter(row -> Level.isWorthALook(row.line()))
            .map(LineRow::lineNo)
            .toList();
    behind(unsure, lookedAt).ifPresent(this::open);
  }

  private static Optional<Integer> behind(List<Integer> numbers, int last) {
    return Stream.concat(numbers.stream().filter(number -> number > last), numbers.stream())
        .findFirst();
  }
}
