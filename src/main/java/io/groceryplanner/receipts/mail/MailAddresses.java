package io.groceryplanner.receipts.mail;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.receipts.Receipts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The address a household forwards e-receipts to. It is secret, so it says who may send without
 * looking at the sender, whom anybody could forge; a new one makes the old one useless.
 */
@Service
@TenantScoped
public class MailAddresses {

  /** Without letters and digits that are taken for one another. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  /** Nearly 100 bits. */
  static final int TOKEN_LENGTH = 20;

  /** More than that nobody reads at once; the rest comes after them. */
  private static final int MOST_REFUSALS = 10;

  private final MailSettings settings;
  private final JdbcClient jdbc;
  private final ChangeNotices notices;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MailAddresses(MailSettings settings, JdbcClient jdbc, ChangeNotices notices, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.notices = notices;
    this.clock = clock;
  }

  /** Whether this household can have an address at all. */
  public boolean isOffered(HouseholdId household) {
    return settings.isOn();
  }

  public Optional<String> find(HouseholdId household) {
    return jdbc.sql("select token from mail_address where household_id = ?")
        .param(household.value())
        .query(String.class)
        .optional()
        .map(settings::addressWith);
  }

  /**
   * Makes a new address; the old one, if there was any, leads nowhere from now on.
   *
   * @param by who its receipts are said to come from
   */
  public String renew(HouseholdId household, UserId by) {
    var token = new StringBuilder();
    random
        .ints(TOKEN_LENGTH, 0, ALPHABET.length())
        .forEach(place -> token.append(ALPHABET.charAt(place)));
    jdbc.sql(
            """
            insert into mail_address (household_id, token, created_by, created_at)
            values (?, ?, ?, ?)
            on conflict (household_id) do update
            set token = excluded.token, created_by = excluded.created_by,
                created_at = excluded.created_at
            """)
        .params(
            household.value(),
            token.toString(),
            by.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return settings.addressWith(token.toString());
  }

  /**
   * Writes down that this content of this mail is done with.
   *
   * @param refusedFor why it was not taken, as {@code receipts.refused.*} says it
   */
  void take(
      HouseholdId household, String messageId, String contentHash, Optional<String> refusedFor) {
    jdbc.sql(
            """
            insert into mail_taken (household_id, message_id, content_hash, taken_at, refused_for)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .param(household.value())
        .param(messageId)
        .param(contentHash)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(refusedFor.orElse(null))
        .update();
    if (refusedFor.isPresent()) {
      notices.publish(ChangeNotice.anyOf(household, Receipts.TOPIC));
    }
  }

  /**
   * A file of a mail that could not be taken. Nothing of the mail itself is kept but when it came.
   *
   * @param reason as {@code receipts.refused.*} says it
   */
  public record Refusal(String messageId, String contentHash, Instant at, String reason) {}

  /** What could not be taken and nobody has read about yet, the latest first. */
  public List<Refusal> listRefusals(HouseholdId household) {
    return jdbc.sql(
            """
            select message_id, content_hash, taken_at, refused_for from mail_taken
            where household_id = ? and refused_for is not null
            order by taken_at desc limit ?
            """)
        .params(household.value(), MOST_REFUSALS)
        .query((row, _) ->
            new Refusal(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4)))
        .list();
  }

  /** Notes that a person has read about it. */
  public void dismiss(HouseholdId household, Refusal refusal) {
    jdbc.sql(
            """
            update mail_taken set refused_for = null
            where household_id = ? and message_id = ? and content_hash = ?
            """)
        .params(household.value(), refusal.messageId(), refusal.contentHash())
        .update();
    notices.publish(ChangeNotice.anyOf(household, Receipts.TOPIC));
  }

  boolean wasTaken(HouseholdId household, String messageId, String contentHash) {
    return jdbc.sql(
            """
            select exists (select from mail_taken
              where household_id = ? and message_id = ? and content_hash = ?)
            """)
        .params(household.value(), messageId, contentHash)
        .query(Boolean.class)
        .single();
  }
}
