package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sendAndRead;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.Receipts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One receipt is looked over; what the tests of its screen and cards share. */
@IntegrationTest
abstract class ReviewScreen {

  static final String PHOTO = "receipts/lindenhof-creased.jpg";

  @Autowired ApplicationContext context;
  @Autowired Receipts receipts;

  final String email = Screens.newEmail();
  HouseholdId household = HouseholdId.create();
  UserId user = UserId.create();

  @BeforeEach
  void foundAHousehold() {
    var signedUp = Screens.found(context, email);
    household = signedUp.household();
    user = signedUp.user();
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
    StandInAi.get().answerAsRecorded();
  }

  /** As a browser would say it. */
  static void type(String label, String typed) {
    var field = _get(TextField.class, spec -> spec.withLabel(label));
    _setValue(field, typed);
    _fireValueChange(field);
  }

  Receipt read() {
    return sendAndRead(context, household, user, PHOTO);
  }

  void open(ReceiptId id) {
    Screens.openAs(context, email);
    UI.getCurrent().navigate("receipts/" + id);
  }

  Receipt stored(Receipt receipt) {
    return receipts.find(household, receipt.id()).orElseThrow();
  }

  static ReceiptLine line(Receipt receipt, ReceiptLine like) {
    return receipt.lines().stream()
        .filter(line -> line.lineNo() == like.lineNo())
        .findAny()
        .orElseThrow();
  }

  static LineRow row(ReceiptLine line) {
    return _find(LineRow.class).stream()
        .filter(row -> row.lineNo() == line.lineNo())
        .findAny()
        .orElseThrow();
  }

  static TextField amountField() {
    return _get(TextField.class, spec -> spec.withClasses("amount"));
  }

  @SuppressWarnings("unchecked")
  static ComboBox<String> itemField() {
    return _get(ComboBox.class, spec -> spec.withLabel("Item"));
  }
}
