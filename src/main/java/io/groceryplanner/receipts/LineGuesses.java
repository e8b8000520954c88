package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.inventory.Zone;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** First guesses for a line: where its kind of thing is usually kept and how long it keeps. */
@Component
class LineGuesses {

  private final Categories categories;
  private final StorageLocations locations;

  LineGuesses(Categories categories, StorageLocations locations) {
    this.categories = categories;
    this.locations = locations;
  }

  Map<String, Category> categoriesByName(HouseholdId household) {
    return categories.list(household).stream()
        .collect(Collectors.toMap(Category::name, Function.identity()));
  }

  /** Fills place and use-by date in where the category tells and nobody said so yet. */
  void fill(HouseholdId household, ReceiptEntity receipt, List<ReceiptLineEntity> lines) {
    Map<CategoryId, Category> byId =
        categories.list(household).stream()
            .collect(Collectors.toMap(Category::id, Function.identity()));
    Map<Zone, LocationId> byZone =
        locations.list(household).stream()
            .collect(
                Collectors.toMap(StorageLocation::zone, StorageLocation::id, (first, _) -> first));
    for (var line : lines) {
      line.category()
          .map(byId::get)
          .flatMap(Category::starter)
          .ifPresent(starter ->
              line.guess(
                  Optional.ofNullable(byZone.get(starter.zone())),
                  useBy(receipt.purchasedOn(), starter)));
    }
  }

  private static Optional<LocalDate> useBy(
      Optional<LocalDate> purchasedOn, StarterCategory starter) {
    var days = starter.typicalDays();
    return days.isEmpty()
        ? Optional.empty()
        : purchasedOn.map(bought -> bought.plusDays(days.getAsInt()));
  }
}
