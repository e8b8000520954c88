package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a receipt when it is accepted: what its texts meant, and what was paid. */
@Component
class AcceptedLines {

  private final ReceiptLineRepository lines;
  private final Shops shops;
  private final LineMatching matching;
  private final Prices prices;
  private final JsonMapper json;

  AcceptedLines(
      ReceiptLineRepository lines,
      Shops shops,
      LineMatching matching,
      Prices prices,
      JsonMapper json) {
    this.lines = lines;
    this.shops = shops;
    this.matching = matching;
    this.prices = prices;
    this.json = json;
  }

  /** In the transaction that accepts, after the lines' items are known. */
  void keep(HouseholdId household, ReceiptEntity receipt, String currency) {
    var bought =
        lines.list(household.value(), receipt.getId()).stream()
            .filter(ReceiptLineEntity::isItem)
            .toList();
    var read = AsRead.of(receipt, json);
    var shop = receipt.merchant().flatMap(name -> shops.named(household, name)).map(Shop::id);
    shop.ifPresent(at -> {
      receipt.boughtAt(at);
      matching.learn(household, receipt.receiptId(), at, bought, read);
    });
    prices.record(household, receipt, shop, currency, bought, read);
  }
}
