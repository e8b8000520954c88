package io.groceryplanner.inventory.api;

import io.groceryplanner.base.Money;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StockEntry;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class InventoryController {

  private final Stock stock;
  private final Items items;
  private final Categories categories;
  private final StorageLocations locations;
  private final CurrentHousehold current;

  InventoryController(
      Stock stock,
      Items items,
      Categories categories,
      StorageLocations locations,
      CurrentHousehold current) {
    this.stock = stock;
    this.items = items;
    this.categories = categories;
    this.locations = locations;
    this.current = current;
  }

  record PriceBody(BigDecimal amount, String currency) {

    static PriceBody of(Money money) {
      return new PriceBody(money.amount(), money.currency().getCurrencyCode());
    }
  }

  record EntryBody(
      UUID id,
      UUID itemId,
      String name,
      @Nullable String category,
      @Nullable String location,
      BigDecimal quantity,
      String unit,
      @Nullable PriceBody price,
      @Nullable LocalDate purchasedOn,
      @Nullable LocalDate useBy) {

    static EntryBody of(StockEntry entry) {
      return new EntryBody(
          entry.id().value(),
          entry.item().value(),
          entry.itemName(),
          entry.category().map(Category::name).orElse(null),
          entry.location().map(StorageLocation::name).orElse(null),
          entry.quantity(),
          entry.unit(),
          entry.price().map(PriceBody::of).orElse(null),
          entry.purchasedOn().orElse(null),
          entry.useBy().orElse(null));
    }
  }

  @GetMapping("/inventory/entries")
  Slice<EntryBody> entries(
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String cursor) {
    return stock.list(current.id(), query, cursor, Slice.limit(limit)).map(EntryBody::of);
  }

  record ItemBody(UUID id, String name, @Nullable UUID categoryId, @Nullable UUID locationId) {

    static ItemBody of(Item item) {
      return new ItemBody(
          item.id().value(),
          item.name(),
          item.category().map(CategoryId::value).orElse(null),
          item.location().map(LocationId::value).orElse(null));
    }
  }

  @GetMapping("/inventory/items")
  Slice<ItemBody> items(
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String cursor) {
    return items.search(current.id(), query, cursor, Slice.limit(limit)).map(ItemBody::of);
  }

  record CategoryBody(UUID id, String name, String pictogram) {}

  @GetMapping("/categories")
  Slice<CategoryBody> categories() {
    return new Slice<>(categories.list(current.id()), null)
        .map(found -> new CategoryBody(found.id().value(), found.name(), found.pictogram()));
  }

  record LocationBody(UUID id, String name, String zone) {}

  @GetMapping("/storage-locations")
  Slice<LocationBody> locations() {
    return new Slice<>(locations.list(current.id()), null)
        .map(found ->
            new LocationBody(
                found.id().value(), found.name(), found.zone().name().toLowerCase(Locale.ROOT)));
  }
}
