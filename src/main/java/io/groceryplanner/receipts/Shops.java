package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.EditDistance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The shops of a household; few, and found again though their name was read a little wrong. */
@Service
@TenantScoped
class Shops {

  /** A household that buys at more shops than that has its oldest compared by equality only. */
  private static final int MOST_COMPARED = 500;

  private static final int LETTERS_FOR_A_SLIP = 6;

  private final JdbcClient jdbc;

  Shops(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(UUID id, String name, String key) {

    Shop shop() {
      return new Shop(new ShopId(id), name);
    }
  }

  /** The shop a receipt means by this; nothing when it is new or the name says nothing. */
  public Optional<Shop> find(HouseholdId household, String merchant) {
    var key = LineText.key(merchant);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    var equal =
        jdbc.sql("select id, name, name_key from shop where household_id = ? and name_key = ?")
            .params(household.value(), key)
            .query((row, _) ->
                new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
            .optional();
    return equal.or(() -> near(household, key)).map(Row::shop);
  }

  private Optional<Row> near(HouseholdId household, String key) {
    List<Row> near =
        jdbc
            .sql("select id, name, name_key from shop where household_id = ? limit ?")
            .params(household.value(), MOST_COMPARED)
            .query((row, _) ->
                new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
            .list()
            .stream()
            .filter(row -> EditDistance.isNear(row.key(), key, LETTERS_FOR_A_SLIP))
            .toList();
    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /** The shop a receipt means by this; made if there is none yet. */
  public Optional<Shop> named(HouseholdId household, String merchant) {
    var known = find(household, merchant);
    var key = LineText.key(merchant);
    if (known.isPresent() || key.isEmpty()) {
      return known;
    }
    var name = merchant.strip();
    jdbc.sql(
            """
            insert into shop (household_id, id, name, name_key) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            household.value(),
            UUID.randomUUID(),
            name.substring(0, Math.min(name.length(), 200)),
            key)
        .update();
    return find(household, merchant);
  }
}
