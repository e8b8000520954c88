package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "storage_location")
class StorageLocationEntity extends NewAwareEntity {

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Column(nullable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Zone zone;

  @Column(nullable = false)
  private int sortOrder;

  @SuppressWarnings("NullAway.Init")
  protected StorageLocationEntity() {}

  StorageLocationEntity(HouseholdId household, String name, Zone zone, int sortOrder) {
    super(UUID.randomUUID());
    this.householdId = household.value();
    this.name = name;
    this.zone = zone;
    this.sortOrder = sortOrder;
  }

  StorageLocation asLocation() {
    return new StorageLocation(new LocationId(getId()), name, zone);
  }
}
