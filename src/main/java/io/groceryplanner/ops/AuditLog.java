package io.groceryplanner.ops;

import io.groceryplanner.base.Slice;
import io.groceryplanner.base.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Who did what when, for acts of admins and for what concerns security. Entries join the caller's
 * transaction; the database lets nobody change them, or delete them before their time.
 */
@Service
@EnableConfigurationProperties(AuditSettings.class)
public class AuditLog {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditSettings settings;

  AuditLog(JdbcClient jdbc, Clock clock, AuditSettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * One entry as it is read.
   *
   * @param admin the name of who did it, for acts of administration; others stay ids
   */
  public record Entry(
      Instant doneAt,
      AuditAct act,
      Optional<UserId> actor,
      Optional<String> admin,
      String subject,
      String detail) {}

  /**
   * @param subject what it was done to, such as a switch's name or a job; ids and names of ours,
   *     never a household's words
   * @param detail such as {@code on → off}, or nothing
   */
  public void write(AuditAct act, UserId actor, String subject, String detail) {
    jdbc.sql("insert into audit_log (done_at, act, actor, subject, detail) values (?, ?, ?, ?, ?)")
        .params(now(), act.name(), actor.value(), shortened(subject), shortened(detail))
        .update();
  }

  /** Counts what happens too often, or to too many, to be told one by one. */
  public void count(AuditAct act) {
    jdbc.sql(
            """
            insert into audit_count (act, hour, times) values (?, ?, 1)
            on conflict (act, hour) do update set times = audit_count.times + 1
            """)
        .params(act.name(), now().truncatedTo(ChronoUnit.HOURS))
        .update();
  }

  /** How often it was counted in the hours that began within this time. */
  public long counted(AuditAct act, Duration within) {
    return jdbc.sql("select coalesce(sum(times), 0) from audit_count where act = ? and hour > ?")
        .params(act.name(), now().minus(within))
        .query(Long.class)
        .single();
  }

  /**
   * The newest first.
   *
   * @param cursor from the slice before, or null
   */
  public Slice<Entry> list(AuditAct.Area area, @Nullable String cursor, int limit) {
    var acts = area.acts().stream().map(Enum::name).toArray(String[]::new);
    var found =
        jdbc.sql(
                """
                select l.id, l.done_at, l.act, l.actor, l.subject, l.detail, u.name
                from audit_log l left join app_user u on u.id = l.actor
                where l.act = any(?) and l.id < ? order by l.id desc limit ?
                """)
            .params(acts, before(cursor), limit + 1)
            .query((row, _) -> new Row(row.getLong("id"), entry(row)))
            .list();
    return Slice.of(found, limit, row -> String.valueOf(row.id())).map(Row::entry);
  }

  private record Row(long id, Entry entry) {}

  private static Entry entry(ResultSet row) throws SQLException {
    var act = AuditAct.valueOf(row.getString("act"));
    return new Entry(
        row.getObject("done_at", OffsetDateTime.class).toInstant(),
        act,
        Optional.ofNullable(row.getObject("actor", UUID.class)).map(UserId::new),
        Optional.ofNullable(row.getString("name"))
            .filter(_ -> act.area() == AuditAct.Area.ADMINISTRATION),
        row.getString("subject"),
        row.getString("detail"));
  }

  /** What is no cursor begins at the newest. */
  private static long before(@Nullable String cursor) {
    return cursor != null && cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Long.MAX_VALUE;
  }

  /** Deletes what is older than the settings say; how many entries. */
  int forgetOld() {
    var old = now().minus(settings.keep());
    jdbc.sql("delete from audit_count where hour < ?").param(old).update();
    return jdbc.sql("delete from audit_log where done_at < ?").param(old).update();
  }

  public Duration kept() {
    return settings.keep();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 200));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
