package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import java.util.List;
import org.springframework.stereotype.Service;

/** The storage locations of a household. */
@Service
@TenantScoped
public class StorageLocations {

  private final StorageLocationRepository locations;

  StorageLocations(StorageLocationRepository locations) {
    this.locations = locations;
  }

  public List<StorageLocation> list(HouseholdId household) {
    return locations.findByHouseholdIdOrderBySortOrderAscNameAsc(household.value()).stream()
        .map(StorageLocationEntity::asLocation)
        .toList();
  }
}
