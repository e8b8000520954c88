package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.Screens;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What stands above the lines. */
class ShopAndDateTest extends ReviewScreen {

  @Test
  void shopDateAndTotalCanBeCorrected() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));

    _setValue(_get(TextField.class, spec -> spec.withLabel("Shop")), "Corner shop");
    _setValue(_get(TextField.class, spec -> spec.withLabel("Total")), "12,50");
    _click(_get(Button.class, spec -> spec.withText("Save")));

    assertThat(text(_get(H1.class))).startsWith("Corner shop");
    assertThat(stored(receipt).summary().total().orElseThrow().amount()).isEqualTo("12.50");
  }

  @Test
  void aDayThatIsStillToComeIsRefusedBesideItsFieldAndStaysTyped() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));
    _setValue(_get(TextField.class, spec -> spec.withLabel("Shop")), "Corner shop");
    var day = _get(DatePicker.class, spec -> spec.withLabel("Date"));
    _setValue(day, LocalDate.now().plusDays(3));

    _click(_get(Button.class, spec -> spec.withText("Save")));

    assertThat(day.isInvalid()).isTrue();
    assertThat(day.getErrorMessage()).startsWith("This cannot be the day of shopping");
    assertThat(stored(receipt).summary().merchant()).isEqualTo(receipt.summary().merchant());

    _setValue(day, LocalDate.of(2026, 3, 4));
    _click(_get(Button.class, spec -> spec.withText("Save")));
    _assertNone(ShopAndDate.class);
    assertThat(stored(receipt).summary().merchant()).contains("Corner shop");
    assertThat(stored(receipt).summary().purchasedOn()).contains(LocalDate.of(2026, 3, 4));
  }

  @Test
  void shopAndDayThatWereBeingTypedGoOnOnANewScreenUntilTheyAreSaved() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));
    type("Shop", "Corner shop in Maple Street");
    var day = _get(DatePicker.class, spec -> spec.withLabel("Date"));
    _setValue(day, LocalDate.of(2026, 3, 4));
    _fireValueChange(day);
    Screens.close();

    open(receipt.id());
    assertThat(text(_get(ShopAndDate.class))).contains("what you had typed");
    _click(_get(Button.class, spec -> spec.withText("Save")));
    assertThat(stored(receipt).summary().merchant()).contains("Corner shop in Maple Street");
    assertThat(stored(receipt).summary().purchasedOn()).contains(LocalDate.of(2026, 3, 4));
    Screens.close();

    open(receipt.id());
    _assertNone(ShopAndDate.class);
  }
}
