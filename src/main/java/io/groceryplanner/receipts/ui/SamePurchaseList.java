package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Div;
import io.groceryplanner.receipts.ReceiptSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What looks photographed twice, until a person decided; a few at a time. */
class SamePurchaseList extends Div {

  private static final int AT_ONCE = 3;

  private record Pair(ReceiptSummary receipt, ReceiptSummary earlier) {}

  private final transient Function<ReceiptSummary, Optional<ReceiptSummary>> findEarlier;
  private final transient BiFunction<ReceiptSummary, ReceiptSummary, SamePurchaseCard> draw;
  private transient List<Pair> shown = List.of();

  /**
   * @param findEarlier what a receipt looks the same as
   * @param draw the card of a receipt and that earlier one
   */
  SamePurchaseList(
      Function<ReceiptSummary, Optional<ReceiptSummary>> findEarlier,
      BiFunction<ReceiptSummary, ReceiptSummary, SamePurchaseCard> draw) {
    this.findEarlier = findEarlier;
    this.draw = draw;
    addClassName("stack");
  }

  /** Asks about those of these that are open; cards that say the same stay as they are. */
  void show(List<ReceiptSummary> toCheck) {
    var pairs =
        toCheck.stream()
            .filter(receipt -> receipt.possibleDuplicateOf().isPresent())
            .flatMap(receipt ->
                findEarlier.apply(receipt).map(found -> new Pair(receipt, found)).stream())
            .limit(AT_ONCE)
            .toList();
    if (!pairs.equals(shown)) {
      removeAll();
      pairs.forEach(pair -> add(draw.apply(pair.receipt(), pair.earlier())));
      shown = pairs;
    }
  }
}
