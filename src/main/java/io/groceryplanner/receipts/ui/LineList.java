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
import io.groceryplanner.receipts.LineKind;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a receipt, one of them open to be corrected. */
class LineList extends Card {

  /** What the list needs of the screen it stands on. */
  interface Desk {
    CorrectResult correct(int lineNo, LineCorrection said);

    /** Adds a line that was not read. */
    CorrectResult add(LineCorrection said);

    /** A line was added; the screen reads again. */
    void changed();

    /** A line was opened; its place on the picture should light up. */
    void looksAt(int lineNo);
  }

  private static final int NONE = -1;

  private final transient Shelves shelves;
  private final transient Desk desk;
  private final H2 title = new H2();
  private final Button next =
      new Button(getTranslation("receipts.ui.next-to-look-at"), new Icon(Symbol.CHEVRON_DOWN));
  private final Button add =
      new Button(getTranslation("receipts.ui.add-line"), new Icon(Symbol.PLUS));
  private final OrderedList list = new OrderedList();
  private final Paragraph noLines = new Paragraph(getTranslation("receipts.ui.no-lines"));
  private final Map<Integer, LineRow> rows = new LinkedHashMap<>();
  private transient Optional<Receipt> shown = Optional.empty();
  private @Nullable LineRow draft;
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
    add.addThemeVariants(ButtonVariant.TERTIARY);
    add.addClickListener(click -> write());
    var actions = new Div(next, add);
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
    for (var line : receipt.lines()) {
      var row = rows.computeIfAbsent(line.lineNo(), _ -> row(line, receipt.currency()));
      row.show(line);
      row.setOpenable(openable);
      if (!openable && row.isOpen()) {
        row.close(false);
      }
    }
    var gone = new HashSet<>(rows.keySet());
    receipt.lines().forEach(line -> gone.remove(line.lineNo()));
    gone.forEach(number -> list.remove(rows.remove(number)));
    if (openable && receipt.lines().isEmpty() && draft == null) {
      write();
    } else if (!openable) {
      forgetDraft();
    }
    noLines.setVisible(receipt.lines().isEmpty() && draft == null);
    list.setVisible(!noLines.isVisible());
    add.setVisible(openable);
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

  /** Opens an empty line; it exists once a person said what it is. */
  private void write() {
    if (draft != null) {
      return;
    }
    var receipt = shown.orElseThrow();
    var row = new LineRow(emptyLine(receipt), receipt.currency(), shelves);
    row.getElement().addEventListener("line-done", done -> close(row));
    draft = row;
    list.add(row);
    list.setVisible(true);
    noLines.setVisible(false);
    row.open(editor(row));
  }

  private static ReceiptLine emptyLine(Receipt receipt) {
    int number = receipt.lines().stream().mapToInt(ReceiptLine::lineNo).max().orElse(0) + 1;
    return new ReceiptLine(
        number,
        LineKind.ITEM,
        "",
        "",
        BigDecimal.ONE,
        "piece",
        Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        1,
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private CorrectResult save(LineRow row, LineCorrection said) {
    if (!row.equals(draft)) {
      return desk.correct(row.lineNo(), said);
    }
    var result = desk.add(said);
    if (result instanceof CorrectResult.Corrected(var line)) {
      draft = null;
      row.show(line);
      row.setOpenable(true);
      row.addClickListener(click -> open(row.lineNo()));
      rows.put(line.lineNo(), row);
      desk.changed();
    }
    return result;
  }

  private void forgetDraft() {
    if (draft != null) {
      list.remove(draft);
      draft = null;
    }
  }

  private LineEditor editor(LineRow row) {
    var receipt = shown.orElseThrow();
    return new LineEditor(
        row.line(),
        receipt.currency(),
        shelves,
        makesItAddUp(receipt, row.line()),
        () -> close(row),
        said -> save(row, said));
  }

  private void close(LineRow row) {
    if (row.equals(draft)) {
      forgetDraft();
      add.focus();
      return;
    }
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
