package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import java.time.ZoneId;
import java.util.Currency;

/** People who keep one pantry, with the currency and the time zone they live in. */
public record Household(HouseholdId id, String name, Currency currency, ZoneId timeZone) {}
