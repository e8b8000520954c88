package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.EditDistance;
import io.groceryplanner.inventory.ItemId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a shop's line texts meant when receipts were last accepted. Learned in the transaction that
 * accepts; what is accepted later counts. What it counts over stays as long as the later acceptance
 * can be taken back.
 */
@Service
@TenantScoped
class ShopMemory {

  private static final double READ_ALIKE = 0.98;
  private static final double READ_NEARLY_ALIKE = 0.9;

  private static final int LETTERS_FOR_A_SLIP = 8;

  /** Of one shop, so many texts are compared with one that was misread. */
  private static final int MOST_COMPARED = 2000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  ShopMemory(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * How a person counts what the till counts otherwise.
   *
   * @param each how many of {@code unit} one {@code printedUnit} comes to
   */
  record Recount(String printedUnit, String unit, BigDecimal each) {}

  /**
   * @param item nothing for what is never put away
   * @param confidence lower where the text was read a little differently this time
   */
  record Remembered(
      String description,
      Optional<ItemId> item,
      Optional<CategoryId> category,
      boolean stocked,
      Optional<Recount> recount,
      double confidence) {

    private Remembered readNearlyAlike() {
      return new Remembered(description, item, category, stocked, recount, READ_NEARLY_ALIKE);
    }

    private boolean meansSameAs(Remembered other) {
      return item.equals(other.item)
          && stocked == other.stocked
          && (item.isPresent() || description.equals(other.description));
    }
  }

  private record Row(String key, String printed, Remembered remembered) {

    static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getString("line_key"),
          row.getString("printed"),
          new Remembered(
              row.getString("description"),
              Optional.ofNullable(row.getObject("item_id", UUID.class)).map(ItemId::new),
              Optional.ofNullable(row.getObject("category_id", UUID.class)).map(CategoryId::new),
              row.getBoolean("stocked"),
              recount(row),
              READ_ALIKE));
    }

    private static Optional<Recount> recount(ResultSet row) throws SQLException {
      var each = row.getBigDecimal("units_each");
      return each == null
          ? Optional.empty()
          : Optional.of(new Recount(row.getString("printed_unit"), row.getString("unit"), each));
    }
  }

  /**
   * What these texts meant last time, for all lines at once.
   *
   * @param printed by line number
   */
  public Map<Integer, Remembered> recall(
      HouseholdId household, ShopId shop, Map<Integer, String> printed) {
    var keys = new HashMap<Integer, String>();
    printed.forEach((line, text) -> keys.put(line, LineText.key(text)));
    var equal =
        jdbc
            .sql(
                """
                select distinct on (line_key) * from shop_memory
                where household_id = ? and shop_id = ? and line_key = any(?)
                order by line_key, learned_at desc
                """)
            .params(household.value(), shop.value(), keys.values().toArray(new String[0]))
            .query((row, _) -> Row.read(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Row::key, Row::remembered));
    var found = new HashMap<Integer, Remembered>();
    var open = new ArrayList<Integer>();
    keys.forEach((line, key) -> {
      var known = equal.get(key);
      if (known != null) {
        found.put(line, known);
      } else if (!key.isEmpty()) {
        open.add(line);
      }
    });
    if (!open.isEmpty()) {
      var others = ofShop(household, shop);
      for (var line : open) {
        near(
                Objects.requireNonNull(keys.get(line)),
                Objects.requireNonNull(printed.get(line)),
                others)
            .ifPresent(known -> found.put(line, known));
      }
    }
    return found;
  }

  private List<Row> ofShop(HouseholdId household, ShopId shop) {
    return jdbc.sql(
            """
            select distinct on (line_key) * from shop_memory
            where household_id = ? and shop_id = ?
            order by line_key, learned_at desc limit ?
            """)
        .params(household.value(), shop.value(), MOST_COMPARED)
        .query((row, _) -> Row.read(row))
        .list();
  }

  /** The one thing that nearly the same text meant; nothing when it could be two. */
  private static Optional<Remembered> near(String key, String printed, List<Row> others) {
    var digits = LineText.digits(printed);
    var near =
        others.stream()
            .filter(row -> EditDistance.isNear(row.key(), key, LETTERS_FOR_A_SLIP))
            .filter(row -> LineText.digits(row.printed()).equals(digits))
            .map(Row::remembered)
            .toList();
    return near.isEmpty() || !near.stream().allMatch(near.getFirst()::meansSameAs)
        ? Optional.empty()
        : Optional.of(near.getFirst().readNearlyAlike());
  }

  /** What a line turned out to be. */
  record Lesson(
      String printed,
      String description,
      @Nullable ItemId item,
      @Nullable CategoryId category,
      boolean stocked,
      @Nullable Recount recount) {}

  /** Keeps what an accepted receipt says, over what was known. */
  public void learn(HouseholdId household, ShopId shop, ReceiptId from, List<Lesson> lessons) {
    // In one order for all, so that two receipts of the same shop never wait for each other.
    var byKey = new TreeMap<String, Lesson>();
    lessons.forEach(lesson -> byKey.put(LineText.key(lesson.printed()), lesson));
    byKey.remove("");
    var now = Timestamp.from(clock.instant());
    dropOutdated(household, shop);
    batches.batchUpdate(
        """
        insert into shop_memory (household_id, shop_id, line_key, printed, description, item_id,
          category_id, stocked, printed_unit, unit, units_each, learned_from, learned_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (household_id, shop_id, line_key, learned_from) do nothing
        """,
        byKey.entrySet().stream()
            .map(entry -> {
              var lesson = entry.getValue();
              var recount = lesson.recount();
              return new @Nullable Object[] {
                household.value(),
                shop.value(),
                entry.getKey(),
                lesson.printed(),
                lesson.description(),
                lesson.item() == null ? null : lesson.item().value(),
                lesson.category() == null ? null : lesson.category().value(),
                lesson.stocked(),
                recount == null ? null : recount.printedUnit(),
                recount == null ? null : recount.unit(),
                recount == null ? null : recount.each(),
                from.value(),
                now
              };
            })
            .toList());
  }

  /** What a later acceptance counts over that nobody can take back any more. */
  private void dropOutdated(HouseholdId household, ShopId shop) {
    jdbc.sql(
            """
            delete from shop_memory old using shop_memory newer
            where old.household_id = ? and old.shop_id = ?
              and newer.household_id = old.household_id and newer.shop_id = old.shop_id
              and newer.line_key = old.line_key and newer.learned_at > old.learned_at
              and newer.learned_at < ?
            """)
        .params(
            household.value(),
            shop.value(),
            Timestamp.from(clock.instant().minus(AcceptanceUndo.GRACE)))
        .update();
  }

  /** Forgets what this receipt taught, for when its acceptance is taken back. */
  public void forget(HouseholdId household, ReceiptId receipt) {
    jdbc.sql("delete from shop_memory where household_id = ? and learned_from = ?")
        .params(household.value(), receipt.value())
        .update();
  }
}
