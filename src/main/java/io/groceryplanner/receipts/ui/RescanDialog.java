package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;

/** Says what reading again does with what a person corrected, and lets them choose. */
class RescanDialog extends Dialog {

  /**
   * @param begin told whether corrections are replaced too
   */
  RescanDialog(Consumer<Boolean> begin) {
    setHeaderTitle(getTranslation("receipts.ui.rescan"));
    var replace = new Checkbox(getTranslation("receipts.ui.rescan.replace"));
    add(new Paragraph(getTranslation("receipts.ui.rescan.text")), replace);
    var cancel = new Button(getTranslation("receipts.ui.cancel"), click -> close());
    cancel.addThemeVariants(ButtonVariant.TERTIARY);
    cancel.addClassName("soft");
    var start =
        new Button(
            getTranslation("receipts.ui.rescan.begin"),
            click -> {
              begin.accept(replace.getValue());
              close();
            });
    start.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(cancel, start);
  }
}
