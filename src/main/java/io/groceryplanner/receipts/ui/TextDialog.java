package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.groceryplanner.drafts.FormDraft;

/** The text of an e-receipt, pasted; it stays until it is taken. */
class TextDialog extends Dialog {

  private static final int LONGEST = 60_000;

  /** Takes the text; false when there were too many of late. */
  @FunctionalInterface
  interface Taker {
    boolean take(String text);
  }

  private final TextArea text = new TextArea();
  private final transient FormDraft draft;

  TextDialog(Taker taker, FormDraft draft) {
    this.draft = draft;
    setHeaderTitle(getTranslation("receipts.ui.text.title"));
    addClassName("text-receipt");
    text.setAriaLabel(getTranslation("receipts.ui.text.title"));
    text.setMaxLength(LONGEST);
    text.setMinRows(8);
    text.setMaxRows(16);
    text.setWidthFull();
    add(new Paragraph(getTranslation("receipts.ui.text.hint")), text);
    draft.keep("text", text);
    draft.restore().ifPresent(this::addComponentAsFirst);
    // Only a press on a button gives up what was typed.
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    var cancel = new Button(getTranslation("receipts.ui.cancel"), click -> leave());
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
      leave();
    } else {
      say("receipts.ui.text.too-many");
    }
  }

  private void leave() {
    draft.forget();
    close();
  }

  private void say(String messageKey) {
    text.setErrorMessage(getTranslation(messageKey));
    text.setInvalid(true);
  }
}
