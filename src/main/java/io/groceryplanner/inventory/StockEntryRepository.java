package io.groceryplanner.inventory;

import io.groceryplanner.base.Money;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockEntryRepository extends Repository<StockEntryEntity, UUID> {

  StockEntryEntity save(StockEntryEntity entry);

  Optional<StockEntryEntity> findByHouseholdIdAndOrigin(UUID householdId, String origin);

  /** Entries of these origins, held so that nobody uses them meanwhile. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("from StockEntryEntity e where e.householdId = :household and e.origin in :origins")
  List<StockEntryEntity> hold(UUID household, Collection<String> origins);

  void delete(StockEntryEntity entry);

  boolean existsByHouseholdIdAndOrigin(UUID householdId, String origin);

  long countByHouseholdId(UUID householdId);

  /** An entry with what a list shows beside it. */
  record Row(
      StockEntryEntity entry,
      ItemEntity item,
      @Nullable CategoryEntity category,
      @Nullable StorageLocationEntity location) {}

  @Query(
      """
      select new io.groceryplanner.inventory.StockEntryRepository$Row(e, i, c, l)
      from StockEntryEntity e
      join ItemEntity i on i.id = e.itemId and i.householdId = e.householdId
      left join CategoryEntity c on c.id = i.categoryId and c.householdId = i.householdId
      left join StorageLocationEntity l on l.id = e.locationId and l.householdId = e.householdId
      where e.householdId = :household and e.quantity > 0
        and i.nameKey like :pattern escape '\\'
        and (e.createdAt < :before or (e.createdAt = :before and e.id > :afterId))
      order by e.createdAt desc, e.id
      """)
  List<Row> list(UUID household, String pattern, Instant before, UUID afterId, Limit limit);

  /**
   * @param nowhere given as the location, this finds entries without one
   * @param never stands for the day of an entry that has none
   */
  @Query(
      """
      select new io.groceryplanner.inventory.StockEntryRepository$Row(e, i, c, l)
      from StockEntryEntity e
      join ItemEntity i on i.id = e.itemId and i.householdId = e.householdId
      left join CategoryEntity c on c.id = i.categoryId and c.householdId = i.householdId
      left join StorageLocationEntity l on l.id = e.locationId and l.householdId = e.householdId
      where e.householdId = :household and e.quantity > 0
        and (e.locationId = :location or (e.locationId is null and :location = :nowhere))
        and i.nameKey like :pattern escape '\\'
        and (coalesce(e.useBy, :never), i.nameKey, e.id) > (:useBy, :nameKey, :afterId)
      order by coalesce(e.useBy, :never), i.nameKey, e.id
      """)
  List<Row> listAt(
      UUID household,
      UUID location,
      UUID nowhere,
      String pattern,
      LocalDate never,
      LocalDate useBy,
      String nameKey,
      UUID afterId,
      Limit limit);

  /** How many entries a place holds whose price is in one currency, and what they cost. */
  record Sum(
      @Nullable UUID locationId,
      @Nullable String currency,
      long entries,
      @Nullable BigDecimal amount) {

    Optional<Money> paid() {
      return currency == null || amount == null
          ? Optional.empty()
          : Optional.of(Money.of(amount, currency));
    }
  }

  @Query(
      """
      select new io.groceryplanner.inventory.StockEntryRepository$Sum(
        e.locationId, e.priceCurrency, count(e), sum(e.priceAmount))
      from StockEntryEntity e
      join ItemEntity i on i.id = e.itemId and i.householdId = e.householdId
      where e.householdId = :household and e.quantity > 0
        and i.nameKey like :pattern escape '\\'
      group by e.locationId, e.priceCurrency
      """)
  List<Sum> sums(UUID household, String pattern);
}
