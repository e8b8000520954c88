package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines.Part;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be done with a whole line: split, joined with the one below, deleted. */
class LineActions extends Div {

  private final transient Supplier<ReceiptLine> line;
  private final String currency;
  private final transient LineDesk desk;
  private final transient Runnable close;

  /**
   * @param line as it is at the time
   * @param below the line that stands below it, if any
   * @param close puts the fields away, whose contents are about to be others
   */
  LineActions(
      Supplier<ReceiptLine> line,
      Optional<ReceiptLine> below,
      String currency,
      LineDesk desk,
      Runnable close) {
    this.line = line;
    this.currency = currency;
    this.desk = desk;
    this.close = close;
    addClassName("line-actions");
    if (canSplit()) {
      add(action(Symbol.MINUS, "receipts.ui.split", this::split));
    }
    below.ifPresent(other ->
        add(
            action(
                Symbol.LINK,
                "receipts.ui.join",
                () -> {
                  close.run();
                  desk.join(line.get(), other);
                })));
    add(action(Symbol.TRASH, "receipts.ui.remove-line", () -> desk.remove(line.get())));
  }

  private boolean canSplit() {
    return line.get().lineTotal().signum() != 0;
  }

  /** Asks what else stands in the line, or goes on with what somebody was typing of that. */
  void split() {
    if (canSplit()) {
      var now = line.get();
      new SplitDialog(now, currency, this::split, desk.splitDraft(now)).open();
    }
  }

  private CorrectResult split(Part part) {
    var result = desk.split(line.get(), part);
    if (!(result instanceof CorrectResult.Refused)) {
      close.run();
    }
    return result;
  }

  private Button action(Symbol symbol, String key, Runnable deed) {
    var button = new Button(getTranslation(key), new Icon(symbol), click -> deed.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("soft");
    // The row around it would take the same click as the wish to be opened again.
    button.getElement().addEventListener("click", _ -> {}).stopPropagation();
    return button;
  }
}
