package io.groceryplanner.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<ItemEntity, UUID> {

  /** Waits for who makes the same item at this moment, and leaves theirs. */
  @Modifying
  @Query(
      value =
          """
          insert into item (household_id, id, name, name_key, created_at)
          values (:household, :id, :name, :nameKey, :createdAt)
          on conflict (household_id, name_key) do nothing
          """,
      nativeQuery = true)
  void add(UUID household, UUID id, String name, String nameKey, Instant createdAt);

  Optional<ItemEntity> findByHouseholdIdAndId(UUID householdId, UUID id);

  List<ItemEntity> findByHouseholdIdAndNameKeyIn(UUID householdId, Collection<String> nameKeys);

  List<ItemEntity> findByHouseholdIdAndIdIn(UUID householdId, Collection<UUID> ids);

  @Query(
      """
      from ItemEntity i where i.householdId = :household and i.nameKey like :pattern escape '\\'
        and (i.nameKey > :afterKey) order by i.nameKey
      """)
  List<ItemEntity> search(UUID household, String pattern, String afterKey, Limit limit);
}
