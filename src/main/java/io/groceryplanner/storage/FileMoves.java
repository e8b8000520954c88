package io.groceryplanner.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far the move of all files to another place has come, whichever replica makes it. */
@Service
public class FileMoves implements MoveProgress {

  private final JdbcClient jdbc;
  private final Clock clock;

  FileMoves(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param lookedAt files of the old place so far
   * @param copied those of them that were not in the new place yet
   * @param endedAt nothing while it goes on
   * @param failure the class it stopped with, to be begun again
   */
  public record Move(
      Instant begunAt,
      long lookedAt,
      long copied,
      Optional<Instant> endedAt,
      Optional<String> failure) {}

  public Optional<Move> findLatest() {
    return jdbc.sql("select * from file_move")
        .query((row, _) ->
            new Move(
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getLong("looked_at"),
                row.getLong("copied"),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("failure"))))
        .optional();
  }

  @Override
  public void begin() {
    jdbc.sql(
            """
            insert into file_move (begun_at, looked_at, copied) values (?, 0, 0)
            on conflict (only_row) do update
            set begun_at = excluded.begun_at, looked_at = 0, copied = 0, ended_at = null, failure = null
            """)
        .param(now())
        .update();
  }

  @Override
  public void progress(long lookedAt, long copied) {
    jdbc.sql("update file_move set looked_at = ?, copied = ?").params(lookedAt, copied).update();
  }

  @Override
  public void end(@Nullable Throwable failure) {
    jdbc.sql("update file_move set ended_at = ?, failure = ?")
        .param(now())
        .param(failure == null ? null : failure.getClass().getName())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
