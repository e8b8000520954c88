package io.groceryplanner.security;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The people who look after this installation, named by {@code ADMIN_EMAILS}. */
@ConfigurationProperties("planner.admins")
record InstallationAdmins(@DefaultValue Set<String> emails) {

  InstallationAdmins {
    emails =
        emails.stream()
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .filter(email -> !email.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  SignedInUser signedIn(UserEntity user) {
    return new SignedInUser(
        user.getId(),
        user.name(),
        user.email(),
        user.passwordHash(),
        emails.contains(user.email()));
  }
}
