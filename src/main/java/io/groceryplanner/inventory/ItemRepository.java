package io.groceryplanner.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemRepository extends Repository<ItemEntity, UUID> {

  ItemEntity save(ItemEntity item);

  Optional<ItemEntity> findByHouseholdIdAndId(UUID householdId, UUID id);

  Optional<ItemEntity> findByHouseholdIdAndNameKey(UUID householdId, String nameKey);

  List<ItemEntity> findByHouseholdIdAndNameKeyIn(UUID householdId, Collection<String> nameKeys);

  List<ItemEntity> findByHouseholdIdAndIdIn(UUID householdId, Collection<UUID> ids);

  @Query(
      """
      from ItemEntity i where i.householdId = :household and i.nameKey like :pattern escape '\\'
        and (i.nameKey > :afterKey) order by i.nameKey
      """)
  List<ItemEntity> search(UUID household, String pattern, String afterKey, Limit limit);
}
