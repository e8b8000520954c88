package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.receipts.mail.MailAddresses;

/** The address to forward e-receipts to, ready to be copied. */
class MailCard extends Card {

  private final transient MailAddresses addresses;
  private final transient HouseholdId household;
  private final transient UserId user;

  MailCard(MailAddresses addresses, HouseholdId household, UserId user) {
    this.addresses = addresses;
    this.household = household;
    this.user = user;
    addClassName("mail-intake");
    setVisible(addresses.isOffered(household));
    if (isVisible()) {
      show();
    }
  }

  private void show() {
    removeAll();
    var address = addresses.find(household);
    var words =
        new Paragraph(
            getTranslation(
                address.isPresent() ? "receipts.ui.mail.text" : "receipts.ui.mail.offer"));
    words.addClassNames("small", "muted");
    add(head(getTranslation("receipts.ui.mail.title")), words);
    if (address.isPresent()) {
      showAddress(address.get());
    } else {
      add(
          new Button(
              getTranslation("receipts.ui.mail.set-up"), new Icon(Symbol.MAIL), _ -> renew()));
    }
  }

  private void showAddress(String address) {
    var field = new TextField();
    field.setAriaLabel(getTranslation("receipts.ui.mail.title"));
    field.setValue(address);
    field.setReadOnly(true);
    field.setWidthFull();
    var copy = new Button(getTranslation("receipts.ui.mail.copy"), new Icon(Symbol.COPY));
    copy.addClickListener(click -> {
      field.getElement().executeJs("navigator.clipboard.writeText($0)", address);
      Toast.show(getTranslation("receipts.ui.mail.copied"));
    });
    var another = new Button(getTranslation("receipts.ui.mail.another"), click -> renew());
    another.addThemeVariants(ButtonVariant.TERTIARY);
    another.setTooltipText(getTranslation("receipts.ui.mail.another.hint"));
    var actions = new Div(copy, another);
    actions.addClassName("actions");
    add(field, actions);
  }

  private void renew() {
    addresses.renew(household, user);
    show();
  }
}
