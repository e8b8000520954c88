package io.groceryplanner.receipts.api;

import io.groceryplanner.base.Problems;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.receipts.Prices;
import io.groceryplanner.receipts.Prices.PackChange;
import io.groceryplanner.receipts.Prices.Paid;
import io.groceryplanner.receipts.Shop;
import io.groceryplanner.receipts.Spending;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was paid for an item, and what was spent altogether. */
@RestController
@RequestMapping("/api/v1")
class PricesController {

  private final Prices prices;
  private final Spending spending;
  private final Items items;
  private final CurrentHousehold current;
  private final Problems problems;
  private final Clock clock;

  PricesController(
      Prices prices,
      Spending spending,
      Items items,
      CurrentHousehold current,
      Problems problems,
      Clock clock) {
    this.prices = prices;
    this.spending = spending;
    this.items = items;
    this.current = current;
    this.problems = problems;
    this.clock = clock;
  }

  record PaidBody(
      UUID receiptId,
      @Nullable String shop,
      LocalDate day,
      BigDecimal amount,
      String currency,
      BigDecimal quantity,
      String unit,
      @Nullable BigDecimal packQuantity,
      BigDecimal unitPrice,
      String per) {

    static PaidBody of(Paid paid) {
      return new PaidBody(
          paid.receipt().value(),
          paid.shop().map(Shop::name).orElse(null),
          paid.day(),
          paid.paid().amount(),
          paid.paid().currency().getCurrencyCode(),
          paid.quantity(),
          paid.unit(),
          paid.packQuantity().orElse(null),
          paid.unitPrice(),
          paid.per());
    }
  }

  record PackChangeBody(String shop, LocalDate day, BigDecimal before, BigDecimal now, String per) {

    static PackChangeBody of(PackChange change) {
      return new PackChangeBody(
          change.shop().name(), change.day(), change.before(), change.now(), change.per());
    }
  }

  /**
   * @param cheapest where it cost least within a year, for each currency and measure
   */
  record History(
      List<PaidBody> items,
      @Nullable String nextCursor,
      List<PaidBody> cheapest,
      List<PackChangeBody> packChanges) {}

  @GetMapping("/inventory/items/{id}/prices")
  ResponseEntity<?> history(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String cursor,
      Locale locale) {
    var household = current.get();
    var item = new ItemId(id);
    if (items.find(household.id(), item).isEmpty()) {
      return problems.answer(
          HttpStatus.NOT_FOUND, "not_found", locale, "receipts.rest.itemNotFound");
    }
    var paid = prices.list(household.id(), item, cursor, Slice.limit(limit)).map(PaidBody::of);
    var aYearAgo = LocalDate.ofInstant(clock.instant(), household.timeZone()).minusYears(1);
    return ResponseEntity.ok(
        new History(
            paid.items(),
            paid.nextCursor(),
            prices.cheapest(household.id(), item, aYearAgo).stream().map(PaidBody::of).toList(),
            prices.packChanges(household.id(), item).stream().map(PackChangeBody::of).toList()));
  }

  record SumBody(
      @Nullable UUID id, @Nullable String name, BigDecimal amount, String currency, long lines) {

    static SumBody of(Spending.Sum sum) {
      return new SumBody(
          sum.id().orElse(null),
          sum.name().orElse(null),
          sum.spent().amount(),
          sum.spent().currency().getCurrencyCode(),
          sum.lines());
    }
  }

  @GetMapping("/spending")
  ResponseEntity<?> spending(
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "category") String by,
      Locale locale) {
    if (to.isBefore(from)) {
      return problems.answer(HttpStatus.BAD_REQUEST, "bad_range", locale, "receipts.rest.badRange");
    }
    var sums =
        switch (by) {
          case "category" -> spending.byCategory(current.id(), from, to);
          case "shop" -> spending.byShop(current.id(), from, to);
          default -> null;
        };
    return sums == null
        ? problems.answer(HttpStatus.BAD_REQUEST, "bad_value", locale, "base.rest.badValue", "by")
        : ResponseEntity.ok(new Slice<>(sums, null).map(SumBody::of));
  }
}
