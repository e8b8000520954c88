package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.StockEntryRepository.Row;
import io.groceryplanner.inventory.StockEntryRepository.Sum;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** What is in the house. */
@Service
@TenantScoped
public class Stock {

  /** The topic of change notices about stock. */
  public static final String TOPIC = "stock";

  private static final Instant THE_END = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID NOWHERE = new UUID(0, 0);
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final StockEntryRepository entries;
  private final StorageLocationRepository locations;
  private final Items items;
  private final ChangeNotices notices;
  private final Clock clock;

  Stock(
      StockEntryRepository entries,
      StorageLocationRepository locations,
      Items items,
      ChangeNotices notices,
      Clock clock) {
    this.entries = entries;
    this.locations = locations;
    this.items = items;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Entries whose item's name holds these letters, the newest first.
   *
   * @param cursor from the slice before, or null for the first
   */
  public Slice<StockEntry> list(
      HouseholdId household, String letters, @Nullable String cursor, int limit) {
    var after = cursor == null ? new Position(THE_END, FIRST) : Position.read(cursor);
    var rows =
        entries.list(
            household.value(),
            NamePattern.holding(letters),
            after.createdAt(),
            after.id(),
            Limit.of(limit + 1));
    return Slice.of(rows, limit, row -> Position.of(row).toString()).map(Stock::entry);
  }

  /**
   * Entries kept at one place whose item's name holds these letters: what is to be used first comes
   * first, what has no use-by date last, by name within a day.
   *
   * @param location where; empty for entries that have no place yet
   * @param cursor from the slice before, or null for the first
   */
  public Slice<StockEntry> listAt(
      HouseholdId household,
      Optional<LocationId> location,
      String letters,
      @Nullable String cursor,
      int limit) {
    var after = cursor == null ? Turn.FIRST_OF_ALL : Turn.read(cursor);
    var rows =
        entries.listAt(
            household.value(),
            location.map(LocationId::value).orElse(NOWHERE),
            NOWHERE,
            NamePattern.holding(letters),
            NEVER,
            after.useBy(),
            after.nameKey(),
            after.id(),
            Limit.of(limit + 1));
    return Slice.of(rows, limit, row -> Turn.of(row).toString()).map(Stock::entry);
  }

  /**
   * How much is where, of entries whose item's name holds these letters: places with something in
   * them in the household's order, then what has no place yet.
   */
  public List<StockTotal> totals(HouseholdId household, String letters) {
    var sums =
        entries.sums(household.value(), NamePattern.holding(letters)).stream()
            .collect(Collectors.groupingBy(sum -> Optional.ofNullable(sum.locationId())));
    var places =
        locations.findByHouseholdIdOrderBySortOrderAscNameAsc(household.value()).stream()
            .map(place -> Optional.of(place.asLocation()));
    return Stream.concat(places, Stream.of(Optional.<StorageLocation>empty()))
        .flatMap(place ->
            Stream.ofNullable(sums.get(place.map(known -> known.id().value())))
                .map(parts -> total(place, parts)))
        .toList();
  }

  private static StockTotal total(Optional<StorageLocation> place, List<Sum> parts) {
    return new StockTotal(
        place,
        parts.stream().mapToLong(Sum::entries).sum(),
        parts.stream().flatMap(part -> part.paid().stream()).toList());
  }

  public long count(HouseholdId household) {
    return entries.countByHouseholdId(household.value());
  }

  /**
   * Puts deliveries away, each once: one whose origin is known already is left alone.
   *
   * @return how many entries are new
   */
  public int receive(HouseholdId household, List<Delivery> deliveries) {
    int added = 0;
    var byName = items.allNamed(household, deliveries.stream().map(Delivery::name).toList());
    // In one order for all, so that two receipts of the same things never wait for each other.
    var inOrder =
        deliveries.stream().sorted(Comparator.comparing(each -> each.name().key())).toList();
    for (var delivery : inOrder) {
      if (!entries.existsByHouseholdIdAndOrigin(household.value(), delivery.origin())) {
        var item = Objects.requireNonNull(byName.get(delivery.name().key()));
        items.remember(
            household,
            item.id(),
            delivery.category().orElse(null),
            delivery.location().orElse(null));
        delivery
            .purchasedOn()
            .ifPresent(bought ->
                delivery
                    .useBy()
                    .ifPresent(
                        useBy -> items.rememberShelfLife(household, item.id(), bought, useBy)));
        entries.save(new StockEntryEntity(household, item.id(), delivery, clock.instant()));
        added++;
      }
    }
    if (added > 0) {
      notices.publish(ChangeNotice.anyOf(household, TOPIC));
    }
    return added;
  }

  /**
   * What came of taking deliveries back.
   *
   * @param entries how many left
   * @param stayed what was used or changed since, by origin
   */
  public record TakenBack(int entries, Map<String, String> stayed) {

    /** What stayed, by name. */
    public List<String> names() {
      return stayed.values().stream().distinct().sorted().toList();
    }
  }

  /** Takes deliveries out again, but for what was used or changed since. */
  public TakenBack takeBack(HouseholdId household, List<Delivery> deliveries) {
    var byOrigin =
        deliveries.stream().collect(Collectors.toMap(Delivery::origin, Function.identity()));
    var stayed = new HashMap<String, String>();
    int taken = 0;
    for (var entry : entries.hold(household.value(), byOrigin.keySet())) {
      var delivery = Objects.requireNonNull(byOrigin.get(entry.origin().orElseThrow()));
      if (entry.isStill(delivery)) {
        entries.delete(entry);
        taken++;
      } else {
        stayed.put(delivery.origin(), delivery.name().shown());
      }
    }
    if (taken > 0) {
      notices.publish(ChangeNotice.anyOf(household, TOPIC));
    }
    return new TakenBack(taken, stayed);
  }

  /** Says where an entry is kept and until when, where nobody said so yet. */
  public void settle(
      HouseholdId household,
      String origin,
      Optional<LocationId> location,
      Optional<LocalDate> useBy) {
    entries
        .findByHouseholdIdAndOrigin(household.value(), origin)
        .ifPresent(entry -> {
          entry.settle(location, useBy);
          notices.publish(new ChangeNotice(household, TOPIC, entry.getId().toString()));
        });
  }

  private static StockEntry entry(Row row) {
    var item = row.item().asItem();
    return new StockEntry(
        new StockEntryId(row.entry().getId()),
        item.id(),
        item.name(),
        Optional.ofNullable(row.category()).map(CategoryEntity::asCategory),
        Optional.ofNullable(row.location()).map(StorageLocationEntity::asLocation),
        row.entry().quantity(),
        row.entry().unit(),
        row.entry().price(),
        row.entry().purchasedOn(),
        row.entry().useBy());
  }

  /** Where in the list a slice ended. */
  private record Position(Instant createdAt, UUID id) {

    static Position of(Row row) {
      return new Position(row.entry().createdAt(), row.entry().getId());
    }

    /**
     * @throws IllegalArgumentException when this is no cursor of ours
     */
    static Position read(String cursor) {
      var parts = cursor.split("_", 2);
      try {
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("Not a cursor of this list", e);
      }
    }

    @Override
    public String toString() {
      return createdAt + "_" + id;
    }
  }

  /** Where in a list of what is to be used first a slice ended. */
  private record Turn(LocalDate useBy, UUID id, String nameKey) {

    static final Turn FIRST_OF_ALL = new Turn(LocalDate.EPOCH, FIRST, "");

    static Turn of(Row row) {
      return new Turn(row.entry().useBy().orElse(NEVER), row.entry().getId(), row.item().nameKey());
    }

    /**
     * @throws IllegalArgumentException when this is no cursor of ours
     */
    static Turn read(String cursor) {
      var parts = cursor.split("_", 3);
      try {
        return new Turn(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
      } catch (java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("Not a cursor of this list", e);
      }
    }

    @Override
    public String toString() {
      return useBy + "_" + id + "_" + nameKey;
    }
  }
}
