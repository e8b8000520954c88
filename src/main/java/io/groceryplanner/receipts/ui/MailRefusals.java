package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.receipts.mail.MailAddresses;
import io.groceryplanner.receipts.mail.MailAddresses.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;

/** Files of forwarded mails that could not be taken, each until a person has read why. */
class MailRefusals extends Div {

  private final transient MailAddresses addresses;
  private final transient HouseholdId household;
  private final ZoneId zone;

  MailRefusals(MailAddresses addresses, HouseholdId household, ZoneId zone) {
    this.addresses = addresses;
    this.household = household;
    this.zone = zone;
    addClassName("stack");
  }

  void read(LocalDate today) {
    removeAll();
    addresses.listRefusals(household).forEach(refusal -> add(note(refusal, today)));
    setVisible(getComponentCount() > 0);
  }

  private InlineNote note(Refusal refusal, LocalDate today) {
    var day = ReceiptText.day(refusal.at().atZone(zone).toLocalDate(), today, getLocale());
    var dismiss =
        new Button(
            getTranslation("receipts.ui.dismiss"),
            click -> {
              addresses.dismiss(household, refusal);
              read(today);
            });
    dismiss.addThemeVariants(ButtonVariant.TERTIARY);
    dismiss.addClassName("soft");
    return new InlineNote(
        Tone.WRONG,
        getTranslation(
            "receipts.ui.mail.refused",
            day,
            getTranslation("receipts.refused." + refusal.reason())),
        dismiss);
  }
}
