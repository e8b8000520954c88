package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.storage.FileKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes a receipt away, at whatever stage it is, and back again. It is out of sight at once; rows
 * and files are deleted a day later by a durable step. What it put into the pantry stays there.
 */
@Service
@TenantScoped
public class ReceiptRemoval {

  /** How long a removal can be taken back. */
  static final Duration GRACE = Duration.ofDays(1);

  private final ReceiptRepository receipts;
  private final ReceiptQueue queue;
  private final ChangeNotices notices;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReceiptRemoval(
      ReceiptRepository receipts,
      ReceiptQueue queue,
      ChangeNotices notices,
      JdbcClient jdbc,
      Clock clock) {
    this.receipts = receipts;
    this.queue = queue;
    this.notices = notices;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes the receipt away; false when there is none. */
  public boolean remove(HouseholdId household, ReceiptId id) {
    var held = receipts.hold(household.value(), id.value());
    if (held.isEmpty()) {
      return false;
    }
    held.get().remove(clock.instant());
    queue.scheduleDiscard(household, id, GRACE);
    publish(household, id);
    return true;
  }

  /** Brings a removed receipt back, and on its way where it still was; false when it is gone. */
  public boolean restore(HouseholdId household, ReceiptId id) {
    var now = clock.instant().atOffset(ZoneOffset.UTC);
    var restored =
        jdbc.sql(
                """
                update receipt set removed_at = null, changed_at = ?, version = version + 1
                where household_id = ? and id = ? and removed_at is not null
                """)
            .params(now, household.value(), id.value())
            .update();
    if (restored == 0) {
      return false;
    }
    var receipt = receipts.hold(household.value(), id.value()).orElseThrow();
    if (receipt.condition() != Condition.FAILED) {
      queue.scheduleNext(household, id, receipt.stage());
    }
    if (receipt.upload().shown().isEmpty()) {
      queue.schedulePicture(household, id);
    }
    publish(household, id);
    return true;
  }

  /** When the receipt was removed, if it is there and was. */
  Optional<Instant> removedAt(HouseholdId household, ReceiptId id) {
    return jdbc.sql(
            """
            select removed_at from receipt
            where household_id = ? and id = ? and removed_at is not null
            """)
        .params(household.value(), id.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Deletes what is still removed for good, and says which files nobody needs any more. */
  List<FileKey> forget(HouseholdId household, ReceiptId id) {
    return jdbc.sql(
            """
            delete from receipt where household_id = ? and id = ? and removed_at is not null
            returning original_file, shown_file, thumb_file
            """)
        .params(household.value(), id.value())
        .query((row, _) ->
            Stream.of(row.getString(1), row.getString(2), row.getString(3))
                .filter(Objects::nonNull)
                .map(FileKey::new)
                .toList())
        .optional()
        .orElse(List.of());
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
