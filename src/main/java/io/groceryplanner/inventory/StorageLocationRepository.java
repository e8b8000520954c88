package io.groceryplanner.inventory;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface StorageLocationRepository extends Repository<StorageLocationEntity, UUID> {

  StorageLocationEntity save(StorageLocationEntity location);

  List<StorageLocationEntity> findByHouseholdIdOrderBySortOrderAscNameAsc(UUID householdId);
}
