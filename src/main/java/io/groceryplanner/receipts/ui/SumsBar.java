package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.Receipt;
import java.math.BigDecimal;

/** What the lines come to, what the receipt says, whether both agree, and the way on. */
class SumsBar extends Div {

  private final Span lines = new Span();
  private final Span tax = new Span();
  private final Span rounding = new Span();
  private final Span total = new Span();
  private final DescriptionList sums = new DescriptionList();
  private final Span verdict = new Span();
  private final Button accept;

  /**
   * @param accepted told once, however often a person presses
   */
  SumsBar(Runnable accepted) {
    addClassName("action-bar");
    verdict.addClassName("verdict");
    verdict.getElement().setAttribute("role", "status");
    var equation = new Div(sums, verdict);
    equation.addClassName("equation");
    accept = new Button("", new Icon(Symbol.CHECK), click -> accepted.run());
    accept.addThemeVariants(ButtonVariant.PRIMARY);
    accept.addClassName("big");
    accept.setDisableOnClick(true);
    add(equation, accept);
  }

  /** A difference is said and never stands in the way. */
  void show(Receipt receipt) {
    var arithmetic = receipt.summary().arithmetic();
    lines.setText(plain(receipt, arithmetic.linesTotal()));
    tax.setText(plain(receipt, arithmetic.taxOnTop()));
    rounding.setText(plain(receipt, arithmetic.rounding()));
    total.setText(
        receipt
            .summary()
            .total()
            .map(Money::amount)
            .map(amount -> plain(receipt, amount))
            .orElse("–"));
    sums.removeAll();
    addSum("lines", lines);
    if (arithmetic.taxOnTop().signum() != 0) {
      addSum("tax", tax);
    }
    if (arithmetic.rounding().signum() != 0) {
      addSum("rounding", rounding);
    }
    addSum("total", total);
    showVerdict(receipt);
    accept.setText(getTranslation("receipts.ui.accept", receipt.lines().size()));
    accept.setEnabled(true);
  }

  private void addSum(String key, Span value) {
    var pair = new Div(new DescriptionList.Term(getTranslation("receipts.ui.sum." + key)));
    var described = new DescriptionList.Description(value);
    described.addClassName("num");
    pair.add(described);
    sums.getElement().appendChild(pair.getElement());
  }

  private void showVerdict(Receipt receipt) {
    var arithmetic = receipt.summary().arithmetic();
    verdict.removeAll();
    verdict.setClassName("adds-up", arithmetic.addsUp());
    verdict.setVisible(arithmetic.difference().isPresent());
    arithmetic
        .difference()
        .ifPresent(difference ->
            verdict.add(
                new Icon(arithmetic.addsUp() ? Symbol.CHECK : Symbol.WARN),
                new Span(
                    arithmetic.addsUp()
                        ? getTranslation("receipts.ui.adds-up")
                        : getTranslation(
                            difference.signum() > 0
                                ? "receipts.ui.differs-by.more"
                                : "receipts.ui.differs-by.less",
                            plain(receipt, difference.abs())))));
  }

  private String plain(Receipt receipt, BigDecimal amount) {
    return ReceiptText.plain(amount, receipt.currency(), getLocale());
  }
}
