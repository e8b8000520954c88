package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.UI;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.receipts.ReceiptRemoval;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Stage;

/** Takes a receipt away and offers to take that back, rather than asking before. */
class Remover {

  private final ReceiptRemoval removal;
  private final HouseholdId household;

  Remover(ReceiptRemoval removal, HouseholdId household) {
    this.removal = removal;
    this.household = household;
  }

  void remove(ReceiptSummary receipt) {
    removal.remove(household, receipt.id());
    var key =
        receipt.stage().isUnderWay()
            ? "receipts.ui.cancelled"
            : receipt.stage() == Stage.CONFIRMED
                ? "receipts.ui.removed-but-stock"
                : "receipts.ui.removed";
    Toast.show(
        UI.getCurrent().getTranslation(key, ReceiptText.name(receipt)),
        () -> removal.restore(household, receipt.id()));
  }
}
