package io.groceryplanner.security;

import io.groceryplanner.base.UserId;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who can sign in. */
@Service
@Transactional
public class Users implements UserDetailsService {

  /** One @, something on both sides and a dot behind it; the mail itself is the real check. */
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

  private final UserRepository users;
  private final PasswordEncoder passwords;
  private final InstallationAdmins admins;
  private final Clock clock;

  Users(UserRepository users, PasswordEncoder passwords, InstallationAdmins admins, Clock clock) {
    this.users = users;
    this.passwords = passwords;
    this.admins = admins;
    this.clock = clock;
  }

  /** What a person types to become a user. */
  public record UserDraft(String name, String email, String password) {

    /** Never the password: records are printed. */
    @Override
    public String toString() {
      return "UserDraft";
    }
  }

  /** How a registration ended. */
  public sealed interface RegisterResult {
    record Registered(UserId id) implements RegisterResult {}

    /**
     * A field is not right; {@code messageKey} says why in the words of {@code messages/security}.
     */
    record Refused(String field, String messageKey) implements RegisterResult {}
  }

  public RegisterResult register(UserDraft draft) {
    var name = draft.name().strip();
    var email = normalized(draft.email());
    if (name.isEmpty() || name.length() > 200) {
      return new RegisterResult.Refused("name", "security.refused.name");
    }
    if (email.length() > 320 || !EMAIL.matcher(email).matches()) {
      return new RegisterResult.Refused("email", "security.refused.email");
    }
    var weakness = PasswordRules.findWeakness(draft.password(), name, email);
    if (weakness.isPresent()) {
      return new RegisterResult.Refused("password", weakness.get());
    }
    if (users.findByEmail(email).isPresent()) {
      return new RegisterResult.Refused("email", "security.refused.emailTaken");
    }
    var id = UserId.create();
    var hash = passwords.encode(draft.password());
    users.saveAndFlush(new UserEntity(id.value(), name, email, hash, clock.instant()));
    return new RegisterResult.Registered(id);
  }

  @Override
  @Transactional(readOnly = true)
  public SignedInUser loadUserByUsername(String email) {
    return users
        .findByEmail(normalized(email))
        .map(admins::signedIn)
        .orElseThrow(() -> new UsernameNotFoundException("No such user"));
  }

  private static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
