package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.household.TenantScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a household spent, from its accepted receipts: lines with their discounts and deposits. Tax
 * that a till adds below the lines belongs to no line and is not in it. Currencies are never mixed.
 * A receipt without a day counts on the day it was sent.
 */
@Service
@TenantScoped
public class Spending {

  private final JdbcClient jdbc;

  Spending(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was spent on or at one thing.
   *
   * @param id the category's or the shop's; nothing for lines without a category or receipts
   *     without a shop
   */
  public record Sum(Optional<UUID> id, Optional<String> name, Money spent, long lines) {}

  /** From the first day to the last, both included; the most spent first, for each currency. */
  public List<Sum> byCategory(HouseholdId household, LocalDate from, LocalDate to) {
    return sums(
        household,
        from,
        to,
        """
        left join category g on g.household_id = l.household_id and g.id = l.category_id
        """);
  }

  /** From the first day to the last, both included; the most spent first, for each currency. */
  public List<Sum> byShop(HouseholdId household, LocalDate from, LocalDate to) {
    return sums(
        household,
        from,
        to,
        """
        left join shop g on g.household_id = r.household_id and g.id = r.shop_id
        """);
  }

  private List<Sum> sums(HouseholdId household, LocalDate from, LocalDate to, String group) {
    return jdbc.sql(
            """
            select g.id, g.name, coalesce(r.currency, h.currency) as currency,
              sum(l.line_total + l.discount) as spent, count(*) as lines
            from receipt r
            join household h on h.household_id = r.household_id
            join receipt_line l on l.household_id = r.household_id and l.receipt_id = r.id
                and not l.removed
            """
                + group
                + """
                where r.household_id = :household and r.stage = 'CONFIRMED'
                  and (r.purchased_on between :from and :to
                    or (r.purchased_on is null
                      and (r.uploaded_at at time zone h.time_zone)::date between :from and :to))
                group by g.id, g.name, 3
                order by 3, spent desc, g.name
                """)
        .param("household", household.value())
        .param("from", from)
        .param("to", to)
        .query((row, _) ->
            new Sum(
                Optional.ofNullable(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("name")),
                Money.of(row.getBigDecimal("spent"), row.getString("currency")),
                row.getLong("lines")))
        .list();
  }
}
