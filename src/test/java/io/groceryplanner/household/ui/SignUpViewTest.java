package io.groceryplanner.household.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.household.Household;
import io.groceryplanner.household.Households;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.security.Users;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
class SignUpViewTest {

  @Autowired ApplicationContext context;
  @Autowired Users users;
  @Autowired Households households;
  @Autowired Categories categories;
  @Autowired StorageLocations locations;

  private final String email = Screens.newEmail();

  @BeforeEach
  void openTheForm() {
    Screens.open(context);
    UI.getCurrent().navigate(SignUpView.class);
    _setValue(name(), "Mara Weiß");
    _setValue(email(), email);
    _setValue(password(), Screens.PASSWORD);
    _setValue(householdName(), "Ahornstraße 7");
    currency().setValue(Currency.getInstance("CHF"));
    timeZone().setValue("Europe/Zurich");
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
  }

  @Test
  void aNewcomerIsSignedInToAHouseholdWithCategoriesAndLocations() {
    send();

    assertThat(Screens.leftFor("/")).isTrue();
    var household = householdOf(email);
    assertThat(household.name()).isEqualTo("Ahornstraße 7");
    assertThat(household.currency()).isEqualTo(Currency.getInstance("CHF"));
    assertThat(household.timeZone()).hasToString("Europe/Zurich");
    assertThat(categories.list(household.id())).hasSize(17);
    assertThat(locations.list(household.id())).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Your name      | ' '                  | Please tell us your name.
          E-mail address | mara at example.org  | This does not look like an e-mail address.
          Password       | short                | Please choose a password of at least 8 characters.
          Password       | password123          | Too many people use this password.
          Password       | mara weiß            | Your own name or e-mail address is easy to guess.
          Name           | ' '                  | Please give your household a name.
          """)
  void whatIsWrongIsSaidAtTheVeryFieldAndTypingIsKept(String label, String typed, String message) {
    var field = textInput(label);
    type(field, typed);

    send();

    assertThat(invalidFields()).containsExactly(field);
    assertThat(field.getErrorMessage()).startsWith(message);
    assertThat(typedIn(field)).isEqualTo(typed);
    assertThat(typedIn(householdName()).isBlank()).isEqualTo(label.equals("Name"));
    assertThat(Screens.leftFor("/")).isFalse();
  }

  @Test
  void anEmailThatIsTakenIsSaidAtTheEmail() {
    Screens.found(context, email);

    send();

    assertThat(invalidFields()).containsExactly(email());
    assertThat(email().getErrorMessage()).startsWith("There is a sign-in with this e-mail");
  }

  @Test
  void emptyFieldsAreAllMarkedAtOnce() {
    _setValue(name(), "");
    currency().clear();
    timeZone().clear();

    send();

    assertThat(invalidFields()).containsExactlyInAnyOrder(name(), currency(), timeZone());
  }

  @Test
  void whatWasWrongIsForgivenAsSoonAsItChanges() {
    _setValue(password(), "short");
    send();

    _setValue(password(), Screens.PASSWORD);

    assertThat(invalidFields()).isEmpty();
  }

  @Test
  void theBrowsersTimeZoneIsTakenUnlessThePersonWasQuicker() {
    timeZone().clear();
    _get(SignUpView.class).guessTimeZone("Europe/Vienna");
    _get(SignUpView.class).guessTimeZone("Asia/Tokyo");

    assertThat(timeZone().getValue()).isEqualTo("Europe/Vienna");
  }

  @Test
  void aTimeZoneNobodyKnowsIsNotTaken() {
    timeZone().clear();
    _get(SignUpView.class).guessTimeZone("Moon/Tranquility");

    assertThat(timeZone().isEmpty()).isTrue();
  }

  @Test
  void whoIsSignedInNeedsNoSecondHousehold() {
    Screens.close();
    Screens.found(context, email);
    Screens.openAs(context, email);

    UI.getCurrent().navigate(SignUpView.class);

    _assertNone(SignUpView.class);
  }

  private Household householdOf(String email) {
    return households.findOf(users.loadUserByUsername(email).userId()).orElseThrow();
  }

  private static void send() {
    _click(_get(Button.class, spec -> spec.withText("Set up")));
  }

  private static HasValidation textInput(String label) {
    return switch (label) {
      case "E-mail address" -> email();
      case "Password" -> password();
      case "Your name" -> name();
      default -> householdName();
    };
  }

  private static void type(HasValidation field, String text) {
    switch (field) {
      case EmailField input -> _setValue(input, text);
      case PasswordField input -> _setValue(input, text);
      case TextField input -> _setValue(input, text);
      default -> throw new IllegalArgumentException("Nobody types in " + field);
    }
  }

  private static String typedIn(HasValidation field) {
    return switch (field) {
      case EmailField input -> input.getValue();
      case PasswordField input -> input.getValue();
      case TextField input -> input.getValue();
      default -> throw new IllegalArgumentException("Nobody types in " + field);
    };
  }

  private static List<HasValidation> invalidFields() {
    return Stream.<HasValidation>of(
            name(), email(), password(), householdName(), currency(), timeZone())
        .filter(HasValidation::isInvalid)
        .toList();
  }

  private static TextField name() {
    return _get(TextField.class, spec -> spec.withLabel("Your name"));
  }

  private static EmailField email() {
    return _get(EmailField.class);
  }

  private static PasswordField password() {
    return _get(PasswordField.class);
  }

  private static TextField householdName() {
    return _get(TextField.class, spec -> spec.withLabel("Name"));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Currency> currency() {
    return _get(ComboBox.class, spec -> spec.withLabel("Currency"));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> timeZone() {
    return _get(ComboBox.class, spec -> spec.withLabel("Time zone"));
  }
}
