package io.groceryplanner.household;

import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.security.SignedInUser;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Who is signed in, and for which household. Only screens and REST may ask. */
@Component
public class CurrentHousehold implements CurrentPerson {

  private final Households households;

  CurrentHousehold(Households households) {
    this.households = households;
  }

  /**
   * @throws IllegalStateException when nobody is signed in, or the person has no household
   */
  public Household get() {
    return households
        .findOf(userId())
        .orElseThrow(() -> new IllegalStateException("Signed in without a household"));
  }

  public HouseholdId id() {
    return get().id();
  }

  @Override
  public UserId userId() {
    return SignedInUser.current().userId();
  }

  @Override
  public ZoneId timeZone() {
    return get().timeZone();
  }

  public String householdName() {
    return get().name();
  }

  public String userName() {
    return SignedInUser.current().name();
  }

  /** Whether the person looks after this installation. */
  public boolean isAdmin() {
    return SignedInUser.current().admin();
  }
}
