package io.groceryplanner.security;

import io.groceryplanner.base.UserId;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in: the principal of every session and token.
 *
 * @param admin whether the person looks after this installation (not: after their household)
 */
public record SignedInUser(UUID id, String name, String email, String passwordHash, boolean admin)
    implements UserDetails {

  public static final String PLANNER = "PLANNER";
  public static final String ADMIN = "ADMIN";

  /**
   * Who is signed in where this is called; only screens and REST may ask.
   *
   * @throws IllegalStateException when nobody is
   */
  public static SignedInUser current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
      return user;
    }
    throw new IllegalStateException("Nobody is signed in");
  }

  public UserId userId() {
    return new UserId(id);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return Stream.of(PLANNER, ADMIN)
        .filter(role -> admin || role.equals(PLANNER))
        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return email;
  }

  /** Never the e-mail or the hash: this ends up in logs. */
  @Override
  public String toString() {
    return "user " + id;
  }
}
