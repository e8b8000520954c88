package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.TenantScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** The items a household knows. */
@Service
@TenantScoped
public class Items {

  private static final long LONGEST_SHELF_LIFE = 36_500;

  private final ItemRepository items;
  private final Clock clock;

  Items(ItemRepository items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  /**
   * Items whose name holds these letters, by name.
   *
   * @param cursor from the slice before, or null for the first
   */
  public Slice<Item> search(
      HouseholdId household, String letters, @Nullable String cursor, int limit) {
    var pattern = NamePattern.holding(letters);
    var found =
        items.search(household.value(), pattern, cursor == null ? "" : cursor, Limit.of(limit + 1));
    var slice = Slice.of(found, limit, ItemEntity::nameKey);
    return slice.map(ItemEntity::asItem);
  }

  /** The items of these names, by {@link ItemName#key}. */
  public Map<String, Item> findAll(HouseholdId household, Collection<ItemName> names) {
    var keys = names.stream().map(ItemName::key).collect(Collectors.toSet());
    return items.findByHouseholdIdAndNameKeyIn(household.value(), keys).stream()
        .collect(Collectors.toMap(ItemEntity::nameKey, ItemEntity::asItem));
  }

  /** The items of these ids; one that is gone is not among them. */
  public Map<ItemId, Item> findAllById(HouseholdId household, Collection<ItemId> ids) {
    var values = ids.stream().map(ItemId::value).distinct().toList();
    return values.isEmpty()
        ? Map.of()
        : items.findByHouseholdIdAndIdIn(household.value(), values).stream()
            .map(ItemEntity::asItem)
            .collect(Collectors.toMap(Item::id, Function.identity()));
  }

  public Optional<Item> find(HouseholdId household, ItemId id) {
    return items.findByHouseholdIdAndId(household.value(), id.value()).map(ItemEntity::asItem);
  }

  /** The item of this name; made if there is none yet. */
  public Item named(HouseholdId household, ItemName name) {
    return Objects.requireNonNull(allNamed(household, List.of(name)).get(name.key()));
  }

  /**
   * The items of these names, by {@link ItemName#key}; made where there are none yet. In the order
   * of their names, so that two who make the same ones never wait for each other.
   */
  Map<String, Item> allNamed(HouseholdId household, Collection<ItemName> names) {
    var known = findAll(household, names);
    var missing =
        names.stream()
            .filter(name -> !known.containsKey(name.key()))
            .sorted(Comparator.comparing(ItemName::key))
            .toList();
    if (missing.isEmpty()) {
      return known;
    }
    missing.forEach(name ->
        items.add(household.value(), UUID.randomUUID(), name.shown(), name.key(), clock.instant()));
    return findAll(household, names);
  }

  /** Remembers where an item belongs; null leaves what is known. */
  public void remember(
      HouseholdId household,
      ItemId id,
      @Nullable CategoryId category,
      @Nullable LocationId location) {
    items
        .findByHouseholdIdAndId(household.value(), id.value())
        .ifPresent(item -> item.belongsTo(category, location));
  }

  /** Remembers how long it keeps, counted from the day of shopping. */
  void rememberShelfLife(HouseholdId household, ItemId id, LocalDate bought, LocalDate useBy) {
    var days = (int) Math.min(ChronoUnit.DAYS.between(bought, useBy), LONGEST_SHELF_LIFE);
    if (days > 0) {
      items
          .findByHouseholdIdAndId(household.value(), id.value())
          .ifPresent(item -> item.keepsFor(days));
    }
  }
}
