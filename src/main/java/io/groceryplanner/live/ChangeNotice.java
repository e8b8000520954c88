package io.groceryplanner.live;

import io.groceryplanner.base.HouseholdId;

/**
 * Something of this household changed. It carries no data: who hears it reads again.
 *
 * @param topic what kind of thing, such as {@code receipts}
 * @param id which one
 */
public record ChangeNotice(HouseholdId household, String topic, String id) {}
