package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.Condition;
import io.groceryplanner.receipts.ReceiptFailure;
import io.groceryplanner.receipts.ReceiptSummary;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A receipt on its way: what it is, how far it has come, and what can be done where it is stuck.
 */
class UnderWayRow extends ListItem {

  /**
   * @param retry puts it on its way again after it failed
   * @param byHand opens it for review without the AI service
   * @param cancel takes it away, to be undone by a person
   */
  UnderWayRow(
      ReceiptSummary receipt,
      LocalDate today,
      ZoneId zone,
      Runnable retry,
      Runnable byHand,
      Runnable cancel) {
    addClassName("job");
    var title =
        new H3(new Anchor(ReceiptReviewView.pathOf(receipt.id()), ReceiptText.name(receipt)));
    var what = new Div(title, second(receipt, today, zone));
    add(Thumb.of(receipt), what);
    var actions = new Div();
    actions.addClassName("actions");
    if (receipt.condition() == Condition.FAILED) {
      var again =
          new Button(
              getTranslation("receipts.ui.retry"), new Icon(Symbol.RETRY), click -> retry.run());
      again.setDisableOnClick(true);
      actions.add(again);
    } else if (receipt.condition() == Condition.OK) {
      var aside = new Span(getTranslation("receipts.ui.by-itself"));
      aside.addClassNames("aside", "small", "muted", "laptop-only");
      actions.add(aside);
    }
    if (receipt.condition() != Condition.OK) {
      var hand = new Button(getTranslation("receipts.ui.by-hand"), click -> byHand.run());
      hand.addThemeVariants(ButtonVariant.TERTIARY);
      hand.setDisableOnClick(true);
      actions.add(hand);
    }
    var away = new Button(new Icon(Symbol.CLOSE), click -> cancel.run());
    away.addThemeVariants(ButtonVariant.TERTIARY);
    away.addClassName("soft");
    away.setAriaLabel(getTranslation("receipts.ui.cancel-receipt", ReceiptText.name(receipt)));
    away.setTooltipText(getTranslation("receipts.ui.cancel"));
    away.addClassName("away");
    add(actions, away);
    add(ReceiptStages.bar(receipt, this));
  }

  private Paragraph second(ReceiptSummary receipt, LocalDate today, ZoneId zone) {
    var line = new Paragraph(words(receipt, today, zone));
    line.addClassName("small");
    line.addClassName(receipt.condition() == Condition.FAILED ? "tomato-ink" : "muted");
    return line;
  }

  private String words(ReceiptSummary receipt, LocalDate today, ZoneId zone) {
    return switch (receipt.condition()) {
      case FAILED -> getTranslation(ReceiptFailure.messageKey(receipt.failure().orElse("other")));
      case AWAITING_AI -> getTranslation("receipts.ui.waiting");
      case OK ->
          receipt
              .purchasedOn()
              .map(day -> ReceiptText.day(day, today, getLocale()))
              .map(day ->
                  receipt.total().map(total -> day + " · " + total.format(getLocale())).orElse(day))
              .orElseGet(() -> sentAt(receipt, zone));
    };
  }

  private String sentAt(ReceiptSummary receipt, ZoneId zone) {
    var time = ReceiptText.time(receipt.uploadedAt().atZone(zone), getLocale());
    return getTranslation("receipts.ui.sent-at", time);
  }
}
