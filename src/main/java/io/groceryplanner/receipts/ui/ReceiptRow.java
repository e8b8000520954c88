package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.MoneyText;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Stage;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A receipt that is read: its shop, day and total, and whether it adds up while it is open. */
class ReceiptRow extends ListItem {

  ReceiptRow(ReceiptSummary receipt, LocalDate today) {
    boolean isOpen = receipt.stage() == Stage.READY_FOR_REVIEW;
    var link = new Anchor(ReceiptReviewView.pathOf(receipt.id()));
    link.addClassName("row");
    if (isOpen) {
      link.add(Thumb.of(receipt));
    }
    link.add(what(receipt, today));
    receipt.total().ifPresent(total -> link.add(amount(receipt, total, isOpen)));
    if (isOpen) {
      link.add(new Icon(Symbol.CHEVRON_RIGHT));
    }
    add(link);
  }

  private Div what(ReceiptSummary receipt, LocalDate today) {
    var name = new Div(ReceiptText.name(receipt));
    name.addClassName("name");
    var second =
        new Div(
            Stream.concat(
                    receipt.purchasedOn().stream()
                        .map(day -> ReceiptText.day(day, today, getLocale())),
                    Stream.of(getTranslation("receipts.ui.lines", receipt.lines())))
                .collect(Collectors.joining(" · ")));
    second.addClassName("second");
    var what = new Div(name, second);
    what.addClassName("what");
    return what;
  }

  private Div amount(ReceiptSummary receipt, Money total, boolean isOpen) {
    var amount = new Div(new MoneyText(total));
    amount.addClassName("amount");
    if (isOpen) {
      var arithmetic = receipt.arithmetic();
      var verdict =
          new Span(
              arithmetic.addsUp()
                  ? getTranslation("receipts.ui.adds-up")
                  : getTranslation(
                      "receipts.ui.differs-by",
                      ReceiptText.plain(
                          arithmetic.difference().orElseThrow().abs(),
                          total.currency().getCurrencyCode(),
                          getLocale())));
      verdict.addClassNames("small", arithmetic.addsUp() ? "herb-ink" : "mustard-ink");
      amount.add(verdict);
    }
    return amount;
  }
}
