package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.catalogue.Groceries;
import io.groceryplanner.catalogue.Keeping.Place;
import io.groceryplanner.catalogue.Known;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.inventory.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * First guesses for a line: its category, where it is kept and how long it keeps. What the
 * household did with the item last time goes first, then what the catalogue knows of the very
 * thing, then what is usual in its category.
 */
@Component
class LineGuesses {

  /** Three years: nobody looks for a date on what keeps longer, such as paper towels or salt. */
  private static final int MOST_DAYS = 1_095;

  private final Groceries groceries;
  private final Categories categories;
  private final StorageLocations locations;
  private final JsonMapper json;

  LineGuesses(
      Groceries groceries, Categories categories, StorageLocations locations, JsonMapper json) {
    this.groceries = groceries;
    this.categories = categories;
    this.locations = locations;
    this.json = json;
  }

  Map<String, Category> categoriesByName(HouseholdId household) {
    return categories.list(household).stream()
        .collect(Collectors.toMap(Category::name, Function.identity()));
  }

  /**
   * Fills in what nobody said yet.
   *
   * @param items the lines' items, as far as they are known, by line number
   */
  void fill(
      HouseholdId household,
      ReceiptEntity receipt,
      List<ReceiptLineEntity> lines,
      Map<Integer, Item> items) {
    var shelves = new Shelves(categories.list(household), locations.list(household));
    var read = AsRead.of(receipt, json);
    for (var line : lines) {
      var known = groceries.find(read.name(line)).filter(Known::isLikely);
      if (line.lacksCategory()) {
        known.ifPresent(found ->
            shelves
                .category(found)
                .ifPresent(category ->
                    line.categorize(category, CategorySource.CATALOGUE, found.confidence())));
      }
      var starter = line.category().flatMap(shelves::starter);
      line.guessLocation(
          known
              .flatMap(Known::place)
              .flatMap(shelves::at)
              .or(() -> starter.map(StarterCategory::zone).flatMap(shelves::at)));
      var zone = line.location().flatMap(shelves::zone);
      var remembered =
          Optional.ofNullable(items.get(line.lineNo()))
              .map(Item::shelfLifeDays)
              .orElse(OptionalInt.empty());
      var days = remembered.isPresent() ? remembered : days(known, starter, zone);
      if (days.isPresent() && days.getAsInt() <= MOST_DAYS) {
        var count = days.getAsInt();
        line.guessUseBy(receipt.purchasedOn().map(bought -> bought.plusDays(count)));
      }
    }
  }

  private static OptionalInt days(
      Optional<Known> known, Optional<StarterCategory> starter, Optional<Zone> zone) {
    var ofThing =
        known
            .map(found -> zone.map(LineGuesses::place).map(found::days).orElse(OptionalInt.empty()))
            .orElse(OptionalInt.empty());
    return ofThing.isPresent()
        ? ofThing
        : starter
            .filter(kind -> zone.isEmpty() || zone.get() == kind.zone())
            .map(StarterCategory::typicalDays)
            .orElse(OptionalInt.empty());
  }

  private static Place place(Zone zone) {
    return switch (zone) {
      case FRIDGE -> Place.FRIDGE;
      case FREEZER -> Place.FREEZER;
      case PANTRY, CELLAR, OTHER -> Place.PANTRY;
    };
  }

  /** The household's own categories and places. */
  private record Shelves(List<Category> categories, List<StorageLocation> locations) {

    Optional<CategoryId> category(Known known) {
      var wanted = Optional.of(StarterCategory.of(known.category()));
      return categories.stream()
          .filter(category -> category.starter().equals(wanted))
          .map(Category::id)
          .findFirst();
    }

    Optional<StarterCategory> starter(CategoryId id) {
      return categories.stream()
          .filter(category -> category.id().equals(id))
          .findFirst()
          .flatMap(Category::starter);
    }

    Optional<LocationId> at(Place place) {
      return at(
          switch (place) {
            case FRIDGE -> Zone.FRIDGE;
            case FREEZER -> Zone.FREEZER;
            case PANTRY -> Zone.PANTRY;
          });
    }

    Optional<LocationId> at(Zone zone) {
      return locations.stream()
          .filter(location -> location.zone() == zone)
          .map(StorageLocation::id)
          .findFirst();
    }

    Optional<Zone> zone(LocationId id) {
      return locations.stream()
          .filter(location -> location.id().equals(id))
          .map(StorageLocation::zone)
          .findFirst();
    }
  }
}
