package io.groceryplanner.household;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.security.Users;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A newcomer becomes a user, the owner of a household, in one transaction. */
@Service
public class SignUp {

  private final Users users;
  private final Households households;

  SignUp(Users users, Households households) {
    this.users = users;
    this.households = households;
  }

  /**
   * @param currency ISO 4217, such as EUR
   * @param timeZone IANA name, such as Europe/Berlin
   */
  public record HouseholdDraft(String name, String currency, String timeZone) {}

  /** How a sign-up ended. */
  public sealed interface SignUpResult {
    record SignedUp(UserId user, HouseholdId household) implements SignUpResult {}

    /** A field is not right; {@code messageKey} says why, {@code field} which. */
    record Refused(String field, String messageKey) implements SignUpResult {}
  }

  @Transactional
  public SignUpResult signUp(Users.UserDraft user, HouseholdDraft household, Locale language) {
    var name = household.name().strip();
    if (name.isEmpty() || name.length() > 200) {
      return new SignUpResult.Refused("household.name", "household.refused.name");
    }
    var currency = findCurrency(household.currency());
    if (currency.isEmpty()) {
      return new SignUpResult.Refused("household.currency", "household.refused.currency");
    }
    var timeZone = findTimeZone(household.timeZone());
    if (timeZone.isEmpty()) {
      return new SignUpResult.Refused("household.timeZone", "household.refused.timeZone");
    }
    return switch (users.register(user)) {
      case Users.RegisterResult.Refused(var field, var messageKey) ->
          new SignUpResult.Refused(field, messageKey);
      case Users.RegisterResult.Registered(var id) ->
          new SignUpResult.SignedUp(
              id, households.found(name, currency.get(), timeZone.get(), id, language));
    };
  }

  private static Optional<Currency> findCurrency(String code) {
    return Currency.availableCurrencies()
        .filter(currency -> currency.getCurrencyCode().equals(code.strip()))
        .findAny();
  }

  private static Optional<ZoneId> findTimeZone(String name) {
    try {
      return Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
