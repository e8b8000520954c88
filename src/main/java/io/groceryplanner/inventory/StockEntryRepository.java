package io.groceryplanner.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StockEntryRepository extends Repository<StockEntryEntity, UUID> {

  StockEntryEntity save(StockEntryEntity entry);

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
}
