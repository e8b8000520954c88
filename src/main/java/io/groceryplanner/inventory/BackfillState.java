package io.groceryplanner.inventory;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the backfill of embeddings stands, kept in one row for all replicas. */
@Component
public class BackfillState {

  /** How it stands. */
  public enum State {
    RUNNING,
    STOPPED,
    DONE
  }

  /**
   * One backfill.
   *
   * @param model nothing until its first answer
   * @param embedded items it has given a vector
   */
  public record Run(
      State state,
      Optional<String> model,
      Instant begunAt,
      Instant changedAt,
      long embedded,
      UUID behindHousehold,
      UUID behindItem) {}

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Clock clock;

  BackfillState(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Run> find() {
    return jdbc.sql("select * from embedding_backfill")
        .query((row, _) ->
            new Run(
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("model")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("embedded"),
                Optional.ofNullable(row.getObject("household_id_done", UUID.class))
                    .orElse(BEFORE_ALL),
                Optional.ofNullable(row.getObject("item_id_done", UUID.class)).orElse(BEFORE_ALL)))
        .optional();
  }

  /** False where one runs already. */
  boolean begin() {
    return jdbc.sql(
                """
                insert into embedding_backfill (state, begun_at, changed_at, embedded)
                values ('RUNNING', ?, ?, 0)
                on conflict (only_row) do update set state = 'RUNNING', model = null,
                  begun_at = excluded.begun_at, changed_at = excluded.changed_at, embedded = 0,
                  household_id_done = null, item_id_done = null
                  where embedding_backfill.state <> 'RUNNING'
                """)
            .params(now(), now())
            .update()
        > 0;
  }

  /** False where it does not stand so any more. */
  boolean change(State from, State to) {
    return jdbc.sql("update embedding_backfill set state = ?, changed_at = ? where state = ?")
            .params(to.name(), now(), from.name())
            .update()
        > 0;
  }

  void advance(String model, long embedded, UUID household, UUID item) {
    jdbc.sql(
            """
            update embedding_backfill set model = ?, embedded = embedded + ?, changed_at = ?,
              household_id_done = ?, item_id_done = ?
            """)
        .params(model, embedded, now(), household, item)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
