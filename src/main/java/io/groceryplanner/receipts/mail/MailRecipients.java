package io.groceryplanner.receipts.mail;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.household.SystemScope;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out which household a mail is for, before any household is known. */
@Component
class MailRecipients {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\+([a-z2-9]{" + MailAddresses.TOKEN_LENGTH + "})@", Pattern.CASE_INSENSITIVE);

  /** Where servers write down whom a mail was really for; forwarding leaves others in "To". */
  private static final String[] HEADERS = {
    "Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "X-Forwarded-To"
  };

  private final SystemScope system;
  private final JdbcClient jdbc;

  MailRecipients(SystemScope system, JdbcClient jdbc) {
    this.system = system;
    this.jdbc = jdbc;
  }

  /**
   * @param by who set the address up
   */
  record Recipient(HouseholdId household, UserId by) {}

  Optional<Recipient> find(Message mail) throws MessagingException {
    for (var token : tokens(mail)) {
      var found = find(token);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Set<String> tokens(Message mail) throws MessagingException {
    var tokens = new LinkedHashSet<String>();
    for (var name : HEADERS) {
      var values = mail.getHeader(name);
      for (var value : values == null ? new String[0] : values) {
        TOKEN.matcher(value).results().forEach(found -> tokens.add(found.group(1)));
      }
    }
    return tokens;
  }

  private Optional<Recipient> find(String token) {
    return system.call(() ->
        jdbc.sql("select household_id, created_by from mail_address where token = lower(?)")
            .param(token)
            .query((row, _) ->
                new Recipient(
                    new HouseholdId(row.getObject("household_id", UUID.class)),
                    new UserId(row.getObject("created_by", UUID.class))))
            .optional());
  }
}
