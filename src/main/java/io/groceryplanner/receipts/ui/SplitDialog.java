package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptLines.Part;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;

/** What else stands in a line: both parts come to what the line came to. */
class SplitDialog extends Dialog {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final TextField name = new TextField(getTranslation("receipts.ui.split.name"));
  private final TextField quantity = new TextField(getTranslation("receipts.ui.field.quantity"));
  private final TextField price = new TextField(getTranslation("receipts.ui.split.price"));
  private final Map<String, TextField> fields =
      Map.of("description", name, "quantity", quantity, "lineTotal", price);

  private final transient FormDraft draft;

  /**
   * @param split carries it out; a refusal is said beside its field
   */
  SplitDialog(
      ReceiptLine line, String currency, Function<Part, CorrectResult> split, FormDraft draft) {
    this.draft = draft;
    setHeaderTitle(getTranslation("receipts.ui.split.title"));
    name.setMaxLength(ItemName.LONGEST);
    name.addClassName("full");
    name.setValue(line.description());
    quantity.getElement().setAttribute("inputmode", "decimal");
    price.getElement().setAttribute("inputmode", "decimal");
    var half = line.lineTotal().divide(TWO, line.lineTotal().scale(), RoundingMode.DOWN);
    price.setValue(ReceiptText.plain(half, currency, getLocale()));
    quantity.setValue(ReceiptText.quantity(part(line.quantity()), getLocale()));
    var all = new Div(name, quantity, price);
    all.addClassName("fields");
    var text =
        getTranslation(
            "receipts.ui.split.text",
            ReceiptText.plain(line.lineTotal(), currency, getLocale()),
            line.description());
    add(new Paragraph(text), all);
    draft.keep("name", name);
    draft.keep("quantity", quantity);
    draft.keep("price", price);
    draft.restore().ifPresent(this::addComponentAsFirst);
    // Only a press on a button gives up what was typed.
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    var cancel = new Button(getTranslation("receipts.ui.cancel"), click -> leave());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    cancel.addClassName("soft");
    var save = new Button(getTranslation("receipts.ui.split"), click -> save(split));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(cancel, save);
  }

  /** Of several pieces one, of a weight the half, and one piece is one in both. */
  private static BigDecimal part(BigDecimal quantity) {
    boolean isWhole = quantity.stripTrailingZeros().scale() <= 0;
    return isWhole ? BigDecimal.ONE : quantity.divide(TWO, 3, RoundingMode.HALF_UP);
  }

  private void save(Function<Part, CorrectResult> split) {
    fields.values().forEach(field -> field.setInvalid(false));
    var amount = Decimals.quantity(quantity.getValue());
    var money = Decimals.money(price.getValue(), getLocale());
    if (amount.isEmpty()) {
      say("quantity", "receipts.ui.not-a-number");
    } else if (money.isEmpty()) {
      say("lineTotal", "receipts.ui.not-a-number");
    } else {
      switch (split.apply(new Part(name.getValue(), amount.get(), money.get()))) {
        case CorrectResult.Refused(var field, var key) -> say(field, key);
        case CorrectResult.Corrected _, CorrectResult.NotOpen() -> leave();
      }
    }
  }

  private void leave() {
    draft.forget();
    close();
  }

  private void say(String field, String messageKey) {
    var wrong = fields.getOrDefault(field, name);
    wrong.setErrorMessage(getTranslation(messageKey));
    wrong.setInvalid(true);
  }
}
