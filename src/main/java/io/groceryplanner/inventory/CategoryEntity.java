package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "category")
class CategoryEntity extends NewAwareEntity {

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Column(nullable = false)
  private String name;

  @Column private @Nullable String starter;

  @Column(nullable = false)
  private String pictogram;

  @Column(nullable = false)
  private int sortOrder;

  @SuppressWarnings("NullAway.Init")
  protected CategoryEntity() {}

  CategoryEntity(HouseholdId household, StarterCategory starter, String name) {
    super(UUID.randomUUID());
    this.householdId = household.value();
    this.name = name;
    this.starter = starter.name();
    this.pictogram = starter.pictogram();
    this.sortOrder = starter.ordinal();
  }

  Category asCategory() {
    return new Category(
        new CategoryId(getId()),
        name,
        pictogram,
        Optional.ofNullable(starter).flatMap(StarterCategory::find));
  }
}
