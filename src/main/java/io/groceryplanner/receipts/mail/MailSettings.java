package io.groceryplanner.receipts.mail;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that receipts are forwarded to; off without an address.
 *
 * @param url such as {@code imaps://imap.example.org}
 * @param address such as {@code receipts@example.org}; households get {@code
 *     receipts+…@example.org}
 * @param every how often it is looked into
 */
@ConfigurationProperties("planner.mail-intake")
record MailSettings(
    @Nullable URI url,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("") String address,
    @DefaultValue("1m") Duration every) {

  boolean isOn() {
    return address.indexOf('@') > 0;
  }

  String addressWith(String token) {
    int at = address.indexOf('@');
    return address.substring(0, at) + "+" + token + address.substring(at);
  }
}
