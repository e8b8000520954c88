package io.groceryplanner.inventory;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.NewAwareEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "stock_entry")
class StockEntryEntity extends NewAwareEntity {

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Column(nullable = false)
  private UUID itemId;

  @Column private @Nullable UUID locationId;

  @Column(nullable = false)
  private BigDecimal quantity;

  @Column(nullable = false)
  private String unit;

  @Column private @Nullable BigDecimal priceAmount;

  @Column private @Nullable String priceCurrency;

  @Column private @Nullable LocalDate purchasedOn;

  @Column private @Nullable LocalDate useBy;

  @Column(updatable = false)
  private @Nullable String origin;

  @Column(nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected StockEntryEntity() {}

  StockEntryEntity(HouseholdId household, ItemId item, Delivery delivery, Instant createdAt) {
    super(UUID.randomUUID());
    this.householdId = household.value();
    this.itemId = item.value();
    this.locationId = delivery.location().map(LocationId::value).orElse(null);
    this.quantity = delivery.quantity();
    this.unit = delivery.unit();
    this.priceAmount = delivery.price().map(Money::amount).orElse(null);
    this.priceCurrency =
        delivery.price().map(price -> price.currency().getCurrencyCode()).orElse(null);
    this.purchasedOn = delivery.purchasedOn().orElse(null);
    this.useBy = delivery.useBy().orElse(null);
    this.origin = delivery.origin();
    this.createdAt = createdAt;
  }

  void settle(Optional<LocationId> location, Optional<LocalDate> useBy) {
    if (locationId == null) {
      locationId = location.map(LocationId::value).orElse(null);
    }
    if (this.useBy == null) {
      this.useBy = useBy.orElse(null);
    }
  }

  /** Whether nobody used, moved or changed anything of it since it was put away. */
  boolean isStill(Delivery delivery) {
    return quantity.compareTo(delivery.quantity()) == 0
        && unit.equals(delivery.unit())
        && Optional.ofNullable(locationId).equals(delivery.location().map(LocationId::value))
        && purchasedOn().equals(delivery.purchasedOn())
        && useBy().equals(delivery.useBy())
        && price().equals(delivery.price());
  }

  Optional<String> origin() {
    return Optional.ofNullable(origin);
  }

  Optional<Money> price() {
    return priceAmount == null || priceCurrency == null
        ? Optional.empty()
        : Optional.of(Money.of(priceAmount, priceCurrency));
  }

  BigDecimal quantity() {
    return quantity;
  }

  String unit() {
    return unit;
  }

  Optional<LocalDate> purchasedOn() {
    return Optional.ofNullable(purchasedOn);
  }

  Optional<LocalDate> useBy() {
    return Optional.ofNullable(useBy);
  }

  Instant createdAt() {
    return createdAt;
  }
}
