package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import java.util.Locale;

/**
 * A household has begun. Told inside the transaction that founds it, so that what listeners add
 * belongs to it or nothing does.
 *
 * @param language the language its starter data is written in
 */
public record HouseholdFounded(HouseholdId household, Locale language) {}
