package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Slice;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of one open review refer to: categories and places, read once, and items, searched
 * as a person types.
 */
class Shelves {

  private static final int PART = 50;

  private final HouseholdId household;
  private final Items items;
  private final List<Category> categories;
  private final List<StorageLocation> locations;
  private final LocalDate today;

  Shelves(
      HouseholdId household,
      Items items,
      Categories categories,
      StorageLocations locations,
      LocalDate today) {
    this.household = household;
    this.items = items;
    this.categories = categories.list(household);
    this.locations = locations.list(household);
    this.today = today;
  }

  List<Category> categories() {
    return categories;
  }

  List<StorageLocation> locations() {
    return locations;
  }

  LocalDate today() {
    return today;
  }

  Optional<Category> category(Optional<CategoryId> id) {
    return id.flatMap(
        wanted -> categories.stream().filter(known -> known.id().equals(wanted)).findAny());
  }

  Optional<StorageLocation> location(Optional<LocationId> id) {
    return id.flatMap(
        wanted -> locations.stream().filter(known -> known.id().equals(wanted)).findAny());
  }

  /** Names of items that hold these letters, in parts, as far as they are wanted. */
  Stream<String> itemNames(String letters, int offset, int limit) {
    @Nullable String cursor = null;
    Stream<Item> found = Stream.empty();
    int read = 0;
    do {
      Slice<Item> slice = items.search(household, letters, cursor, PART);
      found = Stream.concat(found, slice.items().stream());
      read += slice.items().size();
      cursor = slice.nextCursor();
    } while (cursor != null && read < offset + limit);
    return found.skip(offset).limit(limit).map(Item::name);
  }

  /** The item a person calls by this name, for what is known of it. */
  Optional<Item> item(String name) {
    return Optional.of(ItemName.inOneLine(name))
        .filter(given -> !given.isEmpty())
        .flatMap(given ->
            items.findAll(household, List.of(new ItemName(given))).values().stream().findAny());
  }
}
