package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/** The text of an e-receipt, pasted; it stays until it is taken. */
class TextDialog extends Dialog {

  private static final int LONGEST = 60_000;

  /** Takes the text; false when there were too many of late. */
  @FunctionalInterface
  interface Taker {
    boolean take(String text);
  }

  private final TextArea text = new TextArea();

  TextDialog(Taker taker) {
    setHeaderTitle(getTranslation("receipts.ui.text.title"));
    addClassName("text-receipt");
    text.setAriaLabel(getTranslation("receipts.ui.text.title"));
    text.setMaxLength(LONGEST);
    text.setMinRows(8);
    text.setMaxRows(16);
    text.setWidthFull();
    add(new Paragraph(getTranslation("receipts.ui.text.hint")), text);
    var cancel = new Button(getTranslation("receipts.ui.cancel"), click -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    cancel.addClassName("soft");
    var take = new Button(getTranslation("receipts.ui.text.take"), click -> take(taker));
    take.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(cancel, take);
  }

  private void take(Taker taker) {
    if (text.getValue().isBlank()) {
      say("receipts.ui.text.empty");
    } else if (taker.take(text.getValue())) {
      close();
    } else {
      say("receipts.ui.text.too-many");
    }
  }

  private void say(String messageKey) {
    text.setErrorMessage(getTranslation(messageKey));
    text.setInvalid(true);
  }
}
