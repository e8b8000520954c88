package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.receipts.ReceiptSummary;
import java.time.LocalDate;

/** Two photos that look like one purchase, side by side; a person says whether they are. */
class SamePurchaseCard extends Card {

  /**
   * @param keepBoth told that they are two purchases
   * @param remove told to take the newer one away
   */
  SamePurchaseCard(
      ReceiptSummary receipt,
      ReceiptSummary earlier,
      LocalDate today,
      Runnable keepBoth,
      Runnable remove) {
    addClassNames("duplicate", "same-purchase");
    var words =
        new Paragraph(
            getTranslation(
                "receipts.ui.same-purchase.text",
                ReceiptText.nameDayAndTotal(earlier, today, getLocale())));
    words.addClassNames("small", "muted");
    var pair =
        new Div(
            picture(receipt, "receipts.ui.same-purchase.this"),
            picture(earlier, "receipts.ui.same-purchase.earlier"),
            words);
    pair.addClassName("pair");
    add(
        head(
            getTranslation("receipts.ui.same-purchase.title"),
            new Badge(Tone.SOON, Symbol.COPY, getTranslation("receipts.ui.duplicate.badge"))),
        pair,
        choices(keepBoth, remove));
  }

  private Anchor picture(ReceiptSummary receipt, String labelKey) {
    var words = getTranslation(labelKey, ReceiptText.name(receipt));
    var picture =
        receipt.hasPicture() ? new Image(Thumb.pathOf(receipt.id()), words) : Thumb.drawn();
    var link = new Anchor(ReceiptReviewView.pathOf(receipt.id()), picture);
    link.setAriaLabel(words);
    link.addClassName("photo");
    return link;
  }

  private Div choices(Runnable keepBoth, Runnable remove) {
    var both = new Button(getTranslation("receipts.ui.duplicate.both"), click -> keepBoth.run());
    both.setDisableOnClick(true);
    var gone =
        new Button(getTranslation("receipts.ui.same-purchase.remove"), click -> remove.run());
    gone.addThemeVariants(ButtonVariant.TERTIARY);
    gone.setDisableOnClick(true);
    var choices = new Div(both, gone);
    choices.addClassName("actions");
    return choices;
  }
}
