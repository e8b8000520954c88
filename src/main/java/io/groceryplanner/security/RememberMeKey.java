package io.groceryplanner.security;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What remember-me cookies are signed with: {@code APP_SECRET}. Without one a key of this start is
 * used, so that people sign in again after a restart.
 */
@ConfigurationProperties("planner.remember-me")
record RememberMeKey(String value) {

  RememberMeKey(@Nullable String value) {
    this.value = value == null || value.isBlank() ? ofThisStart() : value;
  }

  private static String ofThisStart() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "RememberMeKey";
  }
}
