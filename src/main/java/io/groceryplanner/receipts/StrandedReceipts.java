package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.SystemScope;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds receipts that are under way without a step that would move them on. None should ever exist;
 * should one, it goes on within a minute.
 */
@Component
class StrandedReceipts {

  private static final Duration QUIET_FOR = Duration.ofMinutes(1);
  private static final int AT_ONCE = 200;

  private final SystemScope system;
  private final JdbcClient jdbc;
  private final ReceiptQueue queue;
  private final Clock clock;

  StrandedReceipts(SystemScope system, JdbcClient jdbc, ReceiptQueue queue, Clock clock) {
    this.system = system;
    this.jdbc = jdbc;
    this.queue = queue;
    this.clock = clock;
  }

  private record Stranded(HouseholdId household, ReceiptId receipt, Stage stage) {}

  void putOnTheirWay() {
    var stranded =
        system.call(() ->
            jdbc.sql(
                    """
                    select household_id, id, stage from receipt r
                    where stage in ('PENDING', 'EXTRACTED', 'ITEMS_CREATED')
                      and condition <> 'FAILED' and removed_at is null and changed_at < ?
                      and not exists (
                        select from scheduled_tasks
                        where task_name like 'receipt-%'
                          and task_instance = r.household_id || '/' || r.id)
                    order by changed_at limit ?
                    """)
                .params(clock.instant().minus(QUIET_FOR).atOffset(ZoneOffset.UTC), AT_ONCE)
                .query((row, _) ->
                    new Stranded(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        new ReceiptId(row.getObject("id", UUID.class)),
                        Stage.valueOf(row.getString("stage"))))
                .list());
    stranded.forEach(
        found -> queue.scheduleNext(found.household(), found.receipt(), found.stage()));
  }
}
