package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.receipts.ReceiptSummary;
import java.time.LocalDate;

/** The same file came before, and a person says whether it is the same receipt. */
class DuplicateCard extends Card {

  DuplicateCard(
      String fileName, ReceiptSummary known, LocalDate today, Runnable keepBoth, Runnable keepOne) {
    addClassName("duplicate");
    add(
        head(
            getTranslation("receipts.ui.duplicate.title"),
            new Badge(Tone.SOON, Symbol.COPY, getTranslation("receipts.ui.duplicate.badge"))),
        pair(fileName, known, today),
        choices(known, keepBoth, keepOne));
  }

  private Div pair(String fileName, ReceiptSummary known, LocalDate today) {
    var asKnown = ReceiptText.nameDayAndTotal(known, today, getLocale());
    var words = new Paragraph(getTranslation("receipts.ui.duplicate.text", fileName, asKnown));
    words.addClassNames("small", "muted");
    var pair = new Div(Thumb.drawn(), new Icon(Symbol.MOVE), Thumb.of(known), words);
    pair.addClassName("pair");
    return pair;
  }

  private Div choices(ReceiptSummary known, Runnable keepBoth, Runnable keepOne) {
    var compare =
        new Anchor(
            ReceiptReviewView.pathOf(known.id()),
            new Button(getTranslation("receipts.ui.duplicate.see")));
    var both = new Button(getTranslation("receipts.ui.duplicate.both"), click -> keepBoth.run());
    both.setDisableOnClick(true);
    both.addThemeVariants(ButtonVariant.TERTIARY);
    var one = new Button(getTranslation("receipts.ui.duplicate.one"), click -> keepOne.run());
    one.addThemeVariants(ButtonVariant.TERTIARY);
    var choices = new Div(compare, both, one);
    choices.addClassName("actions");
    return choices;
  }
}
