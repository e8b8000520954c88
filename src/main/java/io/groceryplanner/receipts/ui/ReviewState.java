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

/** Where a receipt stands while it is not open for review: on its way, stuck, or put away. */
class ReviewState extends Card {

  ReviewState(ReceiptSummary receipt, Runnable retry) {
    addClassName("review-state");
    if (receipt.stage().isUnderWay()) {
      add(head(getTranslation("receipts.ui.under-way.one")), ReceiptStages.bar(receipt, this));
      switch (receipt.condition()) {
        case OK -> add(muted("receipts.ui.goes-on"));
        case AWAITING_AI -> add(new InlineNote(Tone.WAIT, getTranslation("receipts.ui.waiting")));
        case FAILED -> add(failure(receipt, retry));
      }
    } else {
      add(
          head(
              getTranslation("receipts.ui.put-away.one"),
              new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("receipts.ui.put-away"))),
          new Div(new Anchor("pantry", getTranslation("receipts.ui.to-pantry"))));
    }
  }

  private InlineNote failure(ReceiptSummary receipt, Runnable retry) {
    var again =
        new Button(
            getTranslation("receipts.ui.retry"), new Icon(Symbol.RETRY), click -> retry.run());
    again.setDisableOnClick(true);
    return new InlineNote(
        Tone.WRONG,
        getTranslation(ReceiptFailure.messageKey(receipt.failure().orElse("other"))),
        again);
  }

  private Paragraph muted(String key) {
    var text = new Paragraph(getTranslation(key));
    text.addClassNames("small", "muted");
    return text;
  }
}
