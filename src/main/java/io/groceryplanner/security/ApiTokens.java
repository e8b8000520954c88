package io.groceryplanner.security;

import io.groceryplanner.base.UserId;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which other programs act for a person. */
@Service
@Transactional
public class ApiTokens {

  static final Duration LIFETIME = Duration.ofDays(180);

  private final ApiTokenRepository tokens;
  private final UserRepository users;
  private final InstallationAdmins admins;
  private final AuditLog audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(
      ApiTokenRepository tokens,
      UserRepository users,
      InstallationAdmins admins,
      AuditLog audit,
      Clock clock) {
    this.tokens = tokens;
    this.users = users;
    this.admins = admins;
    this.audit = audit;
    this.clock = clock;
  }

  /** A token as it is shown once; only its hash is kept. */
  public record IssuedToken(String token, Instant expiresAt) {}

  /**
   * @param label what the person calls it, such as the program's name
   */
  public IssuedToken issue(UserId user, String label) {
    var secret = new byte[32];
    random.nextBytes(secret);
    var token = "gp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    var now = clock.instant();
    var expiresAt = now.plus(LIFETIME);
    var made = tokens.save(new ApiTokenEntity(user.value(), label, hash(token), now, expiresAt));
    audit.write(AuditAct.TOKEN_MADE, user, String.valueOf(made.getId()), "");
    return new IssuedToken(token, expiresAt);
  }

  /** The person a token acts for, unless it is unknown or expired. */
  @Transactional(readOnly = true)
  Optional<SignedInUser> findUser(String token) {
    return tokens
        .findByTokenHashAndExpiresAtAfter(hash(token), clock.instant())
        .flatMap(found -> users.findById(found.userId()))
        .map(admins::signedIn);
  }

  /** A fast hash is enough here: the token is 256 random bits, not a password. */
  private static String hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
