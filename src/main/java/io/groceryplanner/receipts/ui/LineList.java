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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a receipt, one of them open to be corrected. */
class LineList extends Card {

  private static final int NONE = -1;
  private static final LineDesk.Offers NO_OFFERS = new LineDesk.Offers(List.of(), Optional.empty());

  private final transient Shelves shelves;
  private final transient LineDesk desk;
  private final H2 title = new H2();
  private final Button next =
      new Button(getTranslation("receipts.ui.next-to-look-at"), new Icon(Symbol.CHEVRON_DOWN));
  private final Button fold = new Button("", new Icon(Symbol.FILTER));
  private final Paragraph allCertain = new Paragraph(getTranslation("receipts.ui.all-certain"));
  private final Button add =
      new Button(getTranslation("receipts.ui.add-line"), new Icon(Symbol.PLUS));
  private final OrderedList list = new OrderedList();
  private final Paragraph noLines = new Paragraph(getTranslation("receipts.ui.no-lines"));
  private final Map<Integer, LineRow> rows = new TreeMap<>();
  private transient Optional<Receipt> shown = Optional.empty();
  private @Nullable LineRow draft;
  private int lookedAt = NONE;
  private boolean isOpenable;
  private boolean isFolded;

  LineList(Shelves shelves, LineDesk desk) {
    this.shelves = shelves;
    this.desk = desk;
    flush();
    addClassName("lines");
    getElement().setAttribute("aria-label", getTranslation("receipts.ui.lines-label"));
    next.addThemeVariants(ButtonVariant.TERTIARY);
    next.setIconAfterText(true);
    next.addClickListener(click -> openNext());
    fold.addThemeVariants(ButtonVariant.TERTIARY);
    fold.addClickListener(click -> {
      isFolded = !isFolded;
      foldCertain();
    });
    add.addThemeVariants(ButtonVariant.TERTIARY);
    add.addClickListener(click -> write());
    var actions = new Div(next, fold, add);
    actions.addClassName("actions");
    var head = new Div(title, actions);
    head.addClassName("card-head");
    noLines.addClassNames("muted", "no-lines");
    allCertain.addClassNames("muted", "no-lines");
    list.addClassName("list");
    add(head, list, noLines, allCertain);
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
    int place = 0;
    for (var line : receipt.lines()) {
      int here = place++;
      var row = rows.computeIfAbsent(line.lineNo(), _ -> row(line, receipt.currency(), here));
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
    foldCertain();
  }

  /** Leaves only what needs a look, if a person wants that, and says how many are folded away. */
  private void foldCertain() {
    var certain = rows.values().stream().filter(row -> !Level.isWorthALook(row.line())).toList();
    boolean folds = isFolded && isOpenable;
    certain.forEach(row -> row.setVisible(!folds || row.isOpen()));
    fold.setVisible(isOpenable && !certain.isEmpty());
    fold.setText(
        getTranslation(
            folds ? "receipts.ui.unfold-certain" : "receipts.ui.fold-certain", certain.size()));
    allCertain.setVisible(folds && certain.size() == rows.size() && draft == null);
  }

  private LineRow row(ReceiptLine line, String currency, int place) {
    var row = new LineRow(line, currency, shelves);
    row.addClickListener(click -> open(row.lineNo()));
    // From modules/receipt-review.js: Enter and Esc inside the fields.
    row.getElement().addEventListener("line-done", done -> close(row));
    list.addComponentAtIndex(place, row);
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
    row.setVisible(true);
    row.open(editor(row));
    row.add(actions(row));
    desk.looksAt(lineNo);
  }

  /** Opens a line and goes on with the split that somebody was typing. */
  void split(int lineNo) {
    open(lineNo);
    Optional.ofNullable(rows.get(lineNo)).stream()
        .flatMap(LineRow::getChildren)
        .filter(LineActions.class::isInstance)
        .map(LineActions.class::cast)
        .forEach(LineActions::split);
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
        Optional.empty(),
        true);
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
        said -> save(row, said),
        row.equals(draft) ? NO_OFFERS : desk.offers(row.line()));
  }

  private LineActions actions(LineRow row) {
    var receipt = shown.orElseThrow();
    var below = receipt.lines().stream().filter(line -> line.lineNo() > row.lineNo()).findFirst();
    return new LineActions(row::line, below, receipt.currency(), desk, () -> row.close(false));
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
