package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what cannot be in what a person or a program says about a receipt. */
@Component
class CorrectionCheck {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** Where a day begins first; what is still to come there is so everywhere. */
  private static final ZoneOffset FIRST_OF_ALL = ZoneOffset.ofHours(14);

  private static final Pattern UNIT = Pattern.compile("\\P{Cntrl}{1,20}");
  private static final Pattern SHOP = Pattern.compile("\\P{Cntrl}{1,200}");

  private final Categories categories;
  private final StorageLocations locations;
  private final Clock clock;

  CorrectionCheck(Categories categories, StorageLocations locations, Clock clock) {
    this.categories = categories;
    this.locations = locations;
    this.clock = clock;
  }

  Optional<Refused> refused(HouseholdId household, LineCorrection said) {
    if (said.description().isBlank()) {
      return refused("description", "description");
    }
    if (said.quantity().signum() <= 0) {
      return refused("quantity", "quantity");
    }
    if (KeptNumbers.isTooLarge(said.quantity())) {
      return refused("quantity", "quantityTooLarge");
    }
    if (!UNIT.matcher(said.unit()).matches()) {
      return refused("unit", "unit");
    }
    if (KeptNumbers.isTooLarge(said.lineTotal())) {
      return refused("lineTotal", "lineTotal");
    }
    if (KeptNumbers.isTooLarge(said.discount())) {
      return refused("discount", "lineTotal");
    }
    if (said.useBy().filter(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST)).isPresent()) {
      return refused("useBy", "useBy");
    }
    return unknown(household, said);
  }

  private Optional<Refused> unknown(HouseholdId household, LineCorrection said) {
    if (said.category().isPresent()
        && categories.list(household).stream()
            .map(Category::id)
            .noneMatch(said.category().get()::equals)) {
      return refused("categoryId", "categoryId");
    }
    if (said.location().isPresent()
        && locations.list(household).stream()
            .map(StorageLocation::id)
            .noneMatch(said.location().get()::equals)) {
      return refused("locationId", "locationId");
    }
    return Optional.empty();
  }

  Optional<Refused> refused(ReceiptHeader said) {
    if (said.merchant().filter(name -> !SHOP.matcher(name).matches()).isPresent()) {
      return refused("merchant", "merchant");
    }
    var latest = LocalDate.ofInstant(clock.instant(), FIRST_OF_ALL);
    if (said.purchasedOn()
        .filter(day -> day.isBefore(EARLIEST) || day.isAfter(latest))
        .isPresent()) {
      return refused("purchasedOn", "purchasedOn");
    }
    return said.total().filter(KeptNumbers::isTooLarge).isPresent()
        ? refused("total", "lineTotal")
        : Optional.empty();
  }

  private static Optional<Refused> refused(String field, String reason) {
    return Optional.of(new Refused(field, "receipts.refused." + reason));
  }
}
