package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.Slice;
import io.groceryplanner.household.Households;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.inventory.ItemId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a household paid for its items, when and where; kept when a receipt is accepted. */
@Service
@TenantScoped
public class Prices {

  private static final UUID FIRST = new UUID(0, 0);
  private static final LocalDate THE_END = LocalDate.of(9999, 1, 1);

  private static final String COLUMNS =
      """
      select p.id, p.receipt_id, s.id as shop, s.name as shop_name, p.day, p.amount, p.currency,
        p.quantity, p.unit, p.pack_quantity, p.unit_price, p.per
      from price_observation p
      left join shop s on s.household_id = p.household_id and s.id = p.shop_id
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Households households;

  Prices(JdbcClient jdbc, JdbcTemplate batches, Households households) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.households = households;
  }

  /**
   * One line somebody paid for.
   *
   * @param paid for all of it, discount taken off
   * @param packQuantity what a pack held, in {@code per}, where the line said so
   * @param unitPrice for one of {@code per}, to four decimals
   * @param per kg, l or piece
   */
  public record Paid(
      ReceiptId receipt,
      Optional<Shop> shop,
      LocalDate day,
      Money paid,
      BigDecimal quantity,
      String unit,
      Optional<BigDecimal> packQuantity,
      BigDecimal unitPrice,
      String per) {}

  /** A pack that holds more or less than at the visit before. */
  public record PackChange(
      Shop shop, LocalDate day, BigDecimal before, BigDecimal now, String per) {}

  /**
   * What was paid for an item, the latest first.
   *
   * @param cursor from the slice before, or null for the first
   * @throws IllegalArgumentException when the cursor is none of ours
   */
  public Slice<Paid> list(HouseholdId household, ItemId item, @Nullable String cursor, int limit) {
    var day = THE_END;
    var id = FIRST;
    if (cursor != null) {
      var parts = cursor.split("_", 2);
      try {
        day = LocalDate.parse(parts[0]);
        id = UUID.fromString(parts[parts.length - 1]);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("Not a cursor of this list", e);
      }
    }
    var rows =
        jdbc.sql(
                COLUMNS
                    + """
                    where p.household_id = :household and p.item_id = :item
                      and (p.day < :day or (p.day = :day and p.id > :id))
                    order by p.day desc, p.id limit :limit
                    """)
            .param("household", household.value())
            .param("item", item.value())
            .param("day", day)
            .param("id", id)
            .param("limit", limit + 1)
            .query((row, _) -> new Row(row.getObject("id", UUID.class), read(row)))
            .list();
    return Slice.of(rows, limit, last -> last.paid().day() + "_" + last.id()).map(Row::paid);
  }

  private record Row(UUID id, Paid paid) {}

  /** Where an item cost least since that day, for each currency and measure. */
  public List<Paid> cheapest(HouseholdId household, ItemId item, LocalDate since) {
    return jdbc.sql(
            COLUMNS.replaceFirst("select", "select distinct on (p.currency, p.per)")
                + """
                where p.household_id = ? and p.item_id = ? and p.day >= ? and p.shop_id is not null
                order by p.currency, p.per, p.unit_price, p.day desc
                """)
        .params(household.value(), item.value(), since)
        .query((row, _) -> read(row))
        .list();
  }

  /** When packs of an item changed at one shop, the latest first. */
  public List<PackChange> packChanges(HouseholdId household, ItemId item) {
    return jdbc.sql(
            """
            select * from (
              select s.id, s.name, p.day, p.per, p.pack_quantity as now,
                lag(p.pack_quantity) over (
                  partition by p.shop_id, p.per order by p.day, p.id) as before
              from price_observation p
              join shop s on s.household_id = p.household_id and s.id = p.shop_id
              where p.household_id = ? and p.item_id = ? and p.pack_quantity is not null) as visits
            where before <> now
            order by day desc limit 20
            """)
        .params(household.value(), item.value())
        .query((row, _) ->
            new PackChange(
                new Shop(new ShopId(row.getObject("id", UUID.class)), row.getString("name")),
                row.getObject("day", LocalDate.class),
                row.getBigDecimal("before").stripTrailingZeros(),
                row.getBigDecimal("now").stripTrailingZeros(),
                row.getString("per")))
        .list();
  }

  /** Keeps what was paid for each line that has an item, once however often it is called. */
  void record(
      HouseholdId household,
      ReceiptEntity receipt,
      Optional<ShopId> shop,
      String currency,
      List<ReceiptLineEntity> bought,
      AsRead read) {
    var day =
        receipt
            .purchasedOn()
            .orElseGet(() ->
                LocalDate.ofInstant(
                    receipt.upload().uploadedAt(), households.get(household).timeZone()));
    var rows = new ArrayList<@Nullable Object[]>();
    for (var line : bought) {
      var known = line.asLine();
      var pack = PackSize.in(read.printed(line));
      var all = amount(known, pack);
      if (known.item().isEmpty() || known.amount().signum() <= 0 || all.quantity().signum() <= 0) {
        continue;
      }
      rows.add(
          new @Nullable Object[] {
            household.value(),
            UUID.randomUUID(),
            known.item().get().value(),
            receipt.getId(),
            shop.map(ShopId::value).orElse(null),
            day,
            known.amount(),
            currency,
            known.quantity(),
            known.unit(),
            pack.map(PackSize::quantity).orElse(null),
            known.amount().divide(all.quantity(), 4, RoundingMode.HALF_UP),
            all.per(),
            line.origin()
          });
    }
    batches.batchUpdate(
        """
        insert into price_observation (household_id, id, item_id, receipt_id, shop_id, day, amount,
          currency, quantity, unit, pack_quantity, unit_price, per, origin)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (household_id, origin) do nothing
        """,
        rows);
  }

  /** Forgets what this receipt said, for when its acceptance is taken back. */
  void forget(HouseholdId household, ReceiptId receipt) {
    jdbc.sql("delete from price_observation where household_id = ? and receipt_id = ?")
        .params(household.value(), receipt.value())
        .update();
  }

  /** All of a line in kg, l or pieces; pieces of a unit that we don't know. */
  private static PackSize amount(ReceiptLine line, Optional<PackSize> pack) {
    var isCounted = line.unit().equals(PackSize.PIECE);
    if (isCounted && pack.isPresent()) {
      return pack.get().times(line.quantity());
    }
    return PackSize.of(line.quantity(), line.unit())
        .orElseGet(() -> new PackSize(line.quantity(), PackSize.PIECE));
  }

  private static Paid read(ResultSet row) throws SQLException {
    var shop = row.getObject("shop", UUID.class);
    var name = row.getString("shop_name");
    return new Paid(
        new ReceiptId(row.getObject("receipt_id", UUID.class)),
        shop == null ? Optional.empty() : Optional.of(new Shop(new ShopId(shop), name)),
        row.getObject("day", LocalDate.class),
        Money.of(row.getBigDecimal("amount"), row.getString("currency")),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        Optional.ofNullable(row.getBigDecimal("pack_quantity")),
        row.getBigDecimal("unit_price"),
        row.getString("per"));
  }
}
