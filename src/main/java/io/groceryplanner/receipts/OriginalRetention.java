package io.groceryplanner.receipts;

import io.groceryplanner.household.SystemScope;
import io.groceryplanner.storage.FileKey;
import io.groceryplanner.storage.FileStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes files as they were sent, with whatever the camera wrote into them, some time after their
 * receipt was put away. The picture people see stays. Off unless configured.
 */
@Component
class OriginalRetention {

  private static final Logger log = LoggerFactory.getLogger(OriginalRetention.class);
  private static final int AT_ONCE = 200;

  /**
   * @param deleteAfter counted from when the receipt was put away; null keeps originals for ever
   */
  @ConfigurationProperties("planner.receipts.originals")
  record Settings(@Nullable Duration deleteAfter) {}

  private record Old(UUID household, UUID receipt, FileKey original) {}

  private final Settings settings;
  private final SystemScope system;
  private final JdbcClient jdbc;
  private final FileStore files;
  private final Clock clock;

  OriginalRetention(
      Settings settings, SystemScope system, JdbcClient jdbc, FileStore files, Clock clock) {
    this.settings = settings;
    this.system = system;
    this.jdbc = jdbc;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Deletes what is old enough.
   *
   * @throws IOException when the store is away; what was deleted till then stays deleted
   */
  void deleteOld() throws IOException {
    var after = settings.deleteAfter();
    if (after == null) {
      return;
    }
    long deleted = 0;
    for (var old = list(after); !old.isEmpty(); old = list(after)) {
      for (var receipt : old) {
        files.delete(receipt.original());
        writeDown(receipt);
      }
      deleted += old.size();
    }
    log.info("{} originals older than {} were deleted", deleted, after);
  }

  private List<Old> list(Duration after) {
    return system.call(() ->
        jdbc.sql(
                """
                select household_id, id, original_file from receipt
                where stage = 'CONFIRMED' and original_deleted_at is null and confirmed_at <= ?
                  and shown_file is not null
                order by confirmed_at limit ?
                """)
            .params(clock.instant().minus(after).atOffset(ZoneOffset.UTC), AT_ONCE)
            .query((row, _) ->
                new Old(
                    row.getObject("household_id", UUID.class),
                    row.getObject("id", UUID.class),
                    new FileKey(row.getString("original_file"))))
            .list());
  }

  private void writeDown(Old receipt) {
    system.call(() ->
        jdbc.sql("update receipt set original_deleted_at = ? where household_id = ? and id = ?")
            .params(
                clock.instant().atOffset(ZoneOffset.UTC), receipt.household(), receipt.receipt())
            .update());
  }
}
