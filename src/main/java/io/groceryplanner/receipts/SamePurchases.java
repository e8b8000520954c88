package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices that a receipt looks like a purchase the household sent before as another photo. The very
 * same file is none of its business: that is asked at intake.
 */
@Component
class SamePurchases {

  /** So many receipts of one day are looked at; more shopping than that is no household's. */
  private static final int MOST_OF_A_DAY = 50;

  private final JdbcClient jdbc;

  SamePurchases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Other(ReceiptId id, Purchase purchase) {}

  /** Writes down which receipt it looks like, in the caller's transaction. */
  void note(HouseholdId household, ReceiptEntity receipt, List<ReceiptLineEntity> lines) {
    if (receipt.purchasedOn().isEmpty() || receipt.isKeptBeside()) {
      return;
    }
    // Of two that are matched at the same moment, the later must see the earlier.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(household + "/purchases")
        .query(_ -> {});
    var purchase = receipt.purchase(lines.stream().map(line -> line.asLine().amount()).toList());
    receipt.resembles(
        ofTheSameDay(household, receipt).stream()
            .filter(other -> purchase.looksLike(other.purchase()))
            .findFirst()
            .map(Other::id));
  }

  private List<Other> ofTheSameDay(HouseholdId household, ReceiptEntity receipt) {
    return jdbc.sql(
            """
            select r.id, r.merchant, r.total, array(
              select l.line_total + l.discount from receipt_line l
              where l.household_id = r.household_id and l.receipt_id = r.id
                and not l.removed) amounts
            from receipt r
            where r.household_id = ? and r.purchased_on = ? and r.id <> ? and r.content_hash <> ?
              and r.stage in ('READY_FOR_REVIEW', 'CONFIRMED') and r.removed_at is null
              and r.possible_duplicate_of is distinct from ?
            order by r.uploaded_at, r.id limit ?
            """)
        .params(
            household.value(),
            receipt.purchasedOn().orElseThrow(),
            receipt.getId(),
            receipt.upload().contentHash(),
            receipt.getId(),
            MOST_OF_A_DAY)
        .query((row, _) ->
            new Other(
                new ReceiptId(row.getObject("id", UUID.class)),
                new Purchase(
                    Optional.ofNullable(row.getString("merchant")),
                    Optional.ofNullable(row.getBigDecimal("total")),
                    amounts(row.getArray("amounts")))))
        .list();
  }

  private static List<BigDecimal> amounts(java.sql.Array array) throws SQLException {
    return Arrays.asList((BigDecimal[]) array.getArray());
  }
}
