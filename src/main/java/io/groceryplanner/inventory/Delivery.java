package io.groceryplanner.inventory;

import io.groceryplanner.base.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that comes into the house.
 *
 * @param origin what it came from, such as {@code receipt:<id>:<line>}; the same origin is put away
 *     once, however often it is delivered
 */
public record Delivery(
    String origin,
    ItemName name,
    Optional<CategoryId> category,
    Optional<LocationId> location,
    BigDecimal quantity,
    String unit,
    Optional<Money> price,
    Optional<LocalDate> purchasedOn,
    Optional<LocalDate> useBy) {}
