package io.groceryplanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.household.SignUp;
import io.groceryplanner.household.SignUp.SignUpResult;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.security.Users.UserDraft;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ApplicationTest {

  @Autowired SignUp signUp;
  @Autowired Categories categories;
  @Autowired StorageLocations locations;

  @Test
  void aNewHouseholdFindsCategoriesAndLocationsInPlace() {
    var result =
        signUp.signUp(
            new UserDraft("Mara", "mara-first@example.org", "a quiet kitchen"),
            new SignUp.HouseholdDraft("Mara's", "EUR", "Europe/Berlin"),
            Locale.GERMAN);

    assertThat(result).isInstanceOf(SignUpResult.SignedUp.class);
    var household = ((SignUpResult.SignedUp) result).household();
    assertThat(categories.list(household)).hasSize(17);
    assertThat(locations.list(household)).extracting("name").contains("Kühlschrank");
  }
}
