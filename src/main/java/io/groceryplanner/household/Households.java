package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The households of this installation and who belongs to them. */
@Service
public class Households {

  private final JdbcClient jdbc;
  private final TenancyGuard guard;
  private final SystemScope system;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Households(
      JdbcClient jdbc,
      TenancyGuard guard,
      SystemScope system,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.guard = guard;
    this.system = system;
    this.events = events;
    this.clock = clock;
  }

  /** Founds a household inside the caller's transaction, with its owner and starter data. */
  @Transactional(propagation = Propagation.MANDATORY)
  public HouseholdId found(
      String name, Currency currency, ZoneId timeZone, UserId owner, Locale language) {
    var id = HouseholdId.create();
    guard.enter(id);
    jdbc.sql(
            """
            insert into household (household_id, name, currency, time_zone, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            id.value(),
            name,
            currency.getCurrencyCode(),
            timeZone.getId(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("insert into membership (household_id, user_id, role, joined_at) values (?, ?, ?, ?)")
        .params(
            id.value(), owner.value(), Role.OWNER.name(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    events.publishEvent(new HouseholdFounded(id, language));
    return id;
  }

  /** The households this person belongs to, the earliest joined first. */
  public List<Household> listOf(UserId user) {
    return system.call(() ->
        jdbc.sql(
                """
                select h.household_id, h.name, h.currency, h.time_zone
                from membership m join household h using (household_id)
                where m.user_id = ? order by m.joined_at, h.household_id
                """)
            .param(user.value())
            .query((row, _) ->
                new Household(
                    new HouseholdId(row.getObject("household_id", java.util.UUID.class)),
                    row.getString("name"),
                    Currency.getInstance(row.getString("currency")),
                    ZoneId.of(row.getString("time_zone"))))
            .list());
  }

  public Optional<Household> findOf(UserId user) {
    return listOf(user).stream().findFirst();
  }

  /**
   * @throws IllegalArgumentException when there is no such household
   */
  @Transactional(readOnly = true)
  public Household get(HouseholdId id) {
    guard.enter(id);
    return jdbc.sql("select name, currency, time_zone from household where household_id = ?")
        .param(id.value())
        .query((row, _) ->
            new Household(
                id,
                row.getString("name"),
                Currency.getInstance(row.getString("currency")),
                ZoneId.of(row.getString("time_zone"))))
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("No household " + id));
  }
}
