package io.groceryplanner.receipts.mail;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.TenantScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
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

  private final MailSettings settings;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  MailAddresses(MailSettings settings, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
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

  /** Writes down that this content of this mail is taken. */
  void take(HouseholdId household, String messageId, String contentHash) {
    jdbc.sql(
            """
            insert into mail_taken (household_id, message_id, content_hash, taken_at)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(household.value(), messageId, contentHash, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
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
