package io.groceryplanner.inventory;

import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "item")
class ItemEntity extends NewAwareEntity {

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String nameKey;

  @Column private @Nullable UUID categoryId;

  @Column private @Nullable UUID locationId;

  @Column private @Nullable Integer shelfLifeDays;

  @Column(nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected ItemEntity() {}

  /** Remembers where it belongs, so that the next receipt need not ask. */
  void belongsTo(@Nullable CategoryId category, @Nullable LocationId location) {
    if (category != null) {
      categoryId = category.value();
    }
    if (location != null) {
      locationId = location.value();
    }
  }

  void keepsFor(int days) {
    shelfLifeDays = days;
  }

  String nameKey() {
    return nameKey;
  }

  Item asItem() {
    return new Item(
        new ItemId(getId()),
        name,
        Optional.ofNullable(categoryId).map(CategoryId::new),
        Optional.ofNullable(locationId).map(LocationId::new),
        shelfLifeDays == null ? OptionalInt.empty() : OptionalInt.of(shelfLifeDays));
  }
}
