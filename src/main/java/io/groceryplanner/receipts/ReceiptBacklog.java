package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Slice;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.SystemScope;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import io.groceryplanner.receipts.ReceiptQueue.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The receipts of all households that are not put away yet, for admins: numbers, ids and codes, and
 * no word of any household.
 */
@Service
public class ReceiptBacklog {

  /** So many are tried again at once; the rest by asking once more. */
  private static final int AT_ONCE = 500;

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final SystemScope system;
  private final JdbcClient jdbc;
  private final ReceiptReview review;
  private final AuditLog audit;

  ReceiptBacklog(SystemScope system, JdbcClient jdbc, ReceiptReview review, AuditLog audit) {
    this.system = system;
    this.jdbc = jdbc;
    this.review = review;
    this.audit = audit;
  }

  /**
   * @param oldest when the one changed last that has stood like this the longest
   */
  public record Count(Stage stage, Condition condition, long receipts, Instant oldest) {}

  public List<Count> counts() {
    return system.call(() ->
        jdbc.sql(
                """
                select stage, condition, count(*) as receipts, min(changed_at) as oldest
                from receipt where stage <> 'CONFIRMED' and removed_at is null
                group by stage, condition
                """)
            .query((row, _) ->
                new Count(
                    Stage.valueOf(row.getString("stage")),
                    Condition.valueOf(row.getString("condition")),
                    row.getLong("receipts"),
                    row.getObject("oldest", OffsetDateTime.class).toInstant()))
            .list());
  }

  /**
   * @param reason a code, such as {@code gave_up}
   */
  public record Failed(
      HouseholdId household, ReceiptId receipt, Stage stage, String reason, Instant since) {

    /** How its jobs name it. */
    public String subject() {
      return new Subject(household, receipt).toString();
    }
  }

  /**
   * What failed last comes first.
   *
   * @param cursor from the slice before, or null
   */
  public Slice<Failed> listFailed(@Nullable String cursor, int limit) {
    var before = Cursor.read(cursor);
    var found =
        system.call(() ->
            jdbc.sql(
                    """
                    select household_id, id, stage, failure, changed_at from receipt
                    where condition = 'FAILED' and removed_at is null
                      and (changed_at, id) < (?, ?)
                    order by changed_at desc, id desc limit ?
                    """)
                .params(before.since().atOffset(ZoneOffset.UTC), before.receipt(), limit + 1)
                .query((row, _) -> failed(row))
                .list());
    return Slice.of(
        found, limit, last -> new Cursor(last.since(), last.receipt().value()).toString());
  }

  private static Failed failed(ResultSet row) throws SQLException {
    return new Failed(
        new HouseholdId(row.getObject("household_id", UUID.class)),
        new ReceiptId(row.getObject("id", UUID.class)),
        Stage.valueOf(row.getString("stage")),
        row.getString("failure"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private record Cursor(Instant since, UUID receipt) {

    private static final Cursor START = new Cursor(LATEST, new UUID(-1, -1));

    /** What is no cursor begins at the start. */
    static Cursor read(@Nullable String text) {
      var parts = text == null ? new String[0] : text.split("~", 2);
      try {
        return parts.length == 2
            ? new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]))
            : START;
      } catch (DateTimeParseException | IllegalArgumentException e) {
        return START;
      }
    }

    @Override
    public String toString() {
      return since + "~" + receipt;
    }
  }

  /** Puts a failed receipt on its way again; false when it does not stand as failed any more. */
  public boolean retry(UserId admin, HouseholdId household, ReceiptId receipt) {
    boolean retried = review.retry(household, receipt);
    if (retried) {
      audit.write(AuditAct.RECEIPT_RETRIED, admin, new Subject(household, receipt).toString(), "");
    }
    return retried;
  }

  /** Puts failed receipts on their way again, each in its household, and says how many. */
  public int retryAll(UserId admin) {
    int retried = 0;
    for (var failed : listFailed(null, AT_ONCE).items()) {
      retried += review.retry(failed.household(), failed.receipt()) ? 1 : 0;
    }
    if (retried > 0) {
      audit.write(AuditAct.RECEIPT_RETRIED, admin, "all", String.valueOf(retried));
    }
    return retried;
  }
}
