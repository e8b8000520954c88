package io.groceryplanner.security;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused: short ones, those everybody tries first, and the person's own name.
 * Length beats composition, so no digits or signs are demanded (NIST SP 800-63B §3.1.1.2).
 */
final class PasswordRules {

  static final int SHORTEST = 8;
  static final int LONGEST = 256;

  private static final Set<String> TRIED_FIRST =
      Set.of(
          "password",
          "passwort",
          "password1",
          "password123",
          "12345678",
          "123456789",
          "1234567890",
          "qwertyui",
          "qwertyuiop",
          "qwertzui",
          "11111111",
          "00000000",
          "abcdefgh",
          "iloveyou",
          "letmein1",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "welcome1",
          "changeme");

  private PasswordRules() {}

  /** The message key of what is wrong with this password, or nothing. */
  static Optional<String> findWeakness(String password, String name, String email) {
    if (password.length() < SHORTEST) {
      return Optional.of("security.refused.passwordShort");
    }
    if (password.length() > LONGEST) {
      return Optional.of("security.refused.passwordLong");
    }
    var plain = password.toLowerCase(Locale.ROOT);
    if (TRIED_FIRST.contains(plain) || plain.chars().distinct().count() < 3) {
      return Optional.of("security.refused.passwordCommon");
    }
    if (plain.equals(email)
        || plain.equals(email.substring(0, Math.max(email.indexOf('@'), 0)))
        || plain.equals(name.toLowerCase(Locale.ROOT))) {
      return Optional.of("security.refused.passwordPersonal");
    }
    return Optional.empty();
  }
}
