package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.base.Money;
import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptHeader;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import io.groceryplanner.receipts.ReceiptReview.HeaderResult;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** Shop, date and total of a receipt, to be corrected. */
class ShopAndDate extends Dialog {

  private static final int LONGEST_NAME = 200;

  private final TextField shop = new TextField(getTranslation("receipts.ui.field.shop"));
  private final DayField date = new DayField(getTranslation("receipts.ui.field.date"));
  private final TextField total = new TextField(getTranslation("receipts.ui.field.total"));
  private final transient FormDraft draft;

  ShopAndDate(Receipt receipt, Function<ReceiptHeader, HeaderResult> saved, FormDraft draft) {
    this.draft = draft;
    var summary = receipt.summary();
    setHeaderTitle(getTranslation("receipts.ui.shop-and-date"));
    shop.setMaxLength(LONGEST_NAME);
    shop.setValue(summary.merchant().orElse(""));
    date.setValue(summary.purchasedOn().orElse(null));
    total.addClassName("number");
    total.getElement().setAttribute("inputmode", "decimal");
    total.setValue(
        summary
            .total()
            .map(Money::amount)
            .map(amount -> ReceiptText.plain(amount, receipt.currency(), getLocale()))
            .orElse(""));
    shop.addClassName("full");
    var fields = new Div(shop, date, total);
    fields.addClassName("fields");
    add(fields);
    draft.keep("shop", shop);
    draft.keep("total", total);
    draft.keep(
        "date",
        date,
        () -> Optional.ofNullable(date.getValue()).map(LocalDate::toString).orElse(""),
        text -> date.setValue(text.isEmpty() ? null : LocalDate.parse(text)));
    draft.restore().ifPresent(this::addComponentAsFirst);
    // Only a press on a button gives up what was typed.
    setCloseOnEsc(false);
    setCloseOnOutsideClick(false);
    var cancel = new Button(getTranslation("receipts.ui.cancel"), click -> leave());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    cancel.addClassName("soft");
    var save = new Button(getTranslation("receipts.ui.save"), click -> save(saved));
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(cancel, save);
  }

  private void leave() {
    draft.forget();
    close();
  }

  private void save(Function<ReceiptHeader, HeaderResult> saved) {
    var amount = Decimals.money(total.getValue(), getLocale());
    boolean isWrong = amount.isEmpty() && !total.getValue().isBlank();
    total.setErrorMessage(getTranslation("receipts.ui.not-a-number"));
    total.setInvalid(isWrong);
    if (isWrong || isNoDate()) {
      return;
    }
    var said =
        new ReceiptHeader(
            Optional.of(shop.getValue()), Optional.ofNullable(date.getValue()), amount);
    switch (saved.apply(said)) {
      case CorrectResult.Refused(var field, var messageKey) -> say(field, messageKey);
      case HeaderResult.Corrected(), CorrectResult.NotOpen() -> leave();
    }
  }

  /** Something was typed that is no date; a date that was refused is one. */
  private boolean isNoDate() {
    return date.isInvalid() && date.isEmpty();
  }

  private void say(String fieldName, String messageKey) {
    HasValidationProperties field =
        switch (fieldName) {
          case "merchant" -> shop;
          case "purchasedOn" -> date;
          default -> total;
        };
    field.setErrorMessage(getTranslation(messageKey));
    field.setInvalid(true);
  }
}
