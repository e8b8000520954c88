package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.receipts.ReceiptFailure;
import io.groceryplanner.receipts.ReceiptSummary;
import java.util.Optional;

/** Where a receipt stands while it is not open for review: on its way, stuck, or put away. */
class ReviewState extends Card {

  /**
   * @param retry puts it on its way again after it failed
   * @param byHand opens it for review without the AI service
   * @param until in words, until when the acceptance can be taken back, if it can be
   * @param undo takes it back
   */
  ReviewState(
      ReceiptSummary receipt,
      Runnable retry,
      Runnable byHand,
      Optional<String> until,
      Runnable undo) {
    addClassName("review-state");
    if (receipt.stage().isUnderWay()) {
      add(head(getTranslation("receipts.ui.under-way.one")), ReceiptStages.bar(receipt, this));
      switch (receipt.condition()) {
        case OK -> add(muted(getTranslation("receipts.ui.goes-on")));
        case AWAITING_AI ->
            add(new InlineNote(Tone.WAIT, getTranslation("receipts.ui.waiting"), hand(byHand)));
        case FAILED -> add(failure(receipt, retry, byHand));
      }
    } else {
      add(
          head(
              getTranslation("receipts.ui.put-away.one"),
              new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("receipts.ui.put-away"))),
          new Div(new Anchor("pantry", getTranslation("receipts.ui.to-pantry"))));
      until.ifPresent(words -> add(takeBack(words, undo)));
    }
  }

  private Button hand(Runnable byHand) {
    var hand = new Button(getTranslation("receipts.ui.by-hand"), click -> byHand.run());
    hand.setDisableOnClick(true);
    return hand;
  }

  private Div takeBack(String until, Runnable undo) {
    var back = new Button(getTranslation("base.undo"), new Icon(Symbol.UNDO), click -> undo.run());
    back.setDisableOnClick(true);
    var row = new Div(back, muted(getTranslation("receipts.ui.undo-until", until)));
    row.addClassName("take-back");
    return row;
  }

  private InlineNote failure(ReceiptSummary receipt, Runnable retry, Runnable byHand) {
    var again =
        new Button(
            getTranslation("receipts.ui.retry"), new Icon(Symbol.RETRY), click -> retry.run());
    again.setDisableOnClick(true);
    return new InlineNote(
        Tone.WRONG,
        getTranslation(ReceiptFailure.messageKey(receipt.failure().orElse("other"))),
        again,
        hand(byHand));
  }

  private Paragraph muted(String words) {
    var text = new Paragraph(words);
    text.addClassNames("small", "muted");
    return text;
  }
}
