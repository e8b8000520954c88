package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.UnorderedList;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A list of receipts that renews only the rows that changed, so that focus stays where it is. */
class ReceiptSection extends UnorderedList {

  private record Shown(ReceiptSummary receipt, Component row) {}

  private final transient Function<ReceiptSummary, Component> draw;
  private final transient Map<ReceiptId, Shown> shown = new HashMap<>();

  ReceiptSection(Function<ReceiptSummary, Component> draw) {
    this.draw = draw;
    addClassName("list");
  }

  void show(List<ReceiptSummary> receipts) {
    var rows = receipts.stream().map(this::row).toList();
    if (!getChildren().toList().equals(rows)) {
      removeAll();
      rows.forEach(this::add);
    }
    shown.keySet().retainAll(receipts.stream().map(ReceiptSummary::id).toList());
  }

  /** Draws a row anew even if nothing changed. */
  void forget(ReceiptId id) {
    shown.remove(id);
  }

  private Component row(ReceiptSummary receipt) {
    return shown
        .compute(
            receipt.id(),
            (_, known) ->
                known != null && known.receipt().equals(receipt)
                    ? known
                    : new Shown(receipt, draw.apply(receipt)))
        .row();
  }
}
