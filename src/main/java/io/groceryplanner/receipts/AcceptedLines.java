package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.Households;
import io.groceryplanner.inventory.Delivery;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a receipt when it is accepted: what its texts meant, and what was paid. */
@Component
class AcceptedLines {

  private final ReceiptLineRepository lines;
  private final Shops shops;
  private final LineMatching matching;
  private final ShopMemory memory;
  private final Prices prices;
  private final Households households;
  private final JsonMapper json;

  AcceptedLines(
      ReceiptLineRepository lines,
      Shops shops,
      LineMatching matching,
      ShopMemory memory,
      Prices prices,
      Households households,
      JsonMapper json) {
    this.lines = lines;
    this.shops = shops;
    this.matching = matching;
    this.memory = memory;
    this.prices = prices;
    this.households = households;
    this.json = json;
  }

  /** What of the receipt goes into the pantry. */
  List<Delivery> deliveries(HouseholdId household, ReceiptEntity receipt) {
    var currency = currency(household, receipt);
    return lines.list(household.value(), receipt.getId()).stream()
        .filter(ReceiptLineEntity::isStocked)
        .map(line -> line.delivery(receipt.purchasedOn(), currency))
        .toList();
  }

  private String currency(HouseholdId household, ReceiptEntity receipt) {
    return receipt
        .currency()
        .orElseGet(() -> households.get(household).currency().getCurrencyCode());
  }

  /** In the transaction that accepts, after the lines' items are known. */
  void keep(HouseholdId household, ReceiptEntity receipt) {
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
    prices.record(household, receipt, shop, currency(household, receipt), bought, read);
  }

  /** In the transaction that takes the acceptance back. */
  void forget(HouseholdId household, ReceiptId receipt) {
    memory.forget(household, receipt);
    prices.forget(household, receipt);
  }
}
