package io.groceryplanner.security.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.ui.InlineNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
class LoginViewTest {

  private static final String SIGNED_IN = "SPRING_SECURITY_CONTEXT";

  @Autowired ApplicationContext context;

  private final String email = Screens.newEmail();

  @BeforeEach
  void openTheDoor() {
    Screens.found(context, email);
    Screens.open(context);
    UI.getCurrent().navigate(LoginView.class);
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
  }

  @Test
  void theRightPasswordOpensTheSessionAndLeadsToTheStart() {
    signIn(email, Screens.PASSWORD);

    assertThat(VaadinSession.getCurrent().getSession().getAttribute(SIGNED_IN)).isNotNull();
    assertThat(Screens.leftFor("/")).isTrue();
  }

  @Test
  void anEmailIsTheSameInCapitalsAndWithSpaces() {
    signIn("  " + email.toUpperCase(java.util.Locale.ROOT) + " ", Screens.PASSWORD);

    assertThat(Screens.leftFor("/")).isTrue();
  }

  @Test
  void itIsNotSaidWhetherTheEmailOrThePasswordWasWrong() {
    signIn(email, "not my password");
    var afterWrongPassword = answer();
    signIn(Screens.newEmail(), Screens.PASSWORD);
    var afterUnknownEmail = answer();

    assertThat(afterWrongPassword)
        .isEqualTo("E-mail address or password is not right. Please try again.");
    assertThat(afterUnknownEmail).isEqualTo(afterWrongPassword);
    assertThat(VaadinSession.getCurrent().getSession().getAttribute(SIGNED_IN)).isNull();
  }

  @Test
  void whatWasTypedIsKeptAfterAWrongPassword() {
    signIn(email, "not my password");

    assertThat(_get(EmailField.class).getValue()).isEqualTo(email);
    assertThat(_get(PasswordField.class).getValue()).isEqualTo("not my password");
  }

  @Test
  void afterTooManyTriesEvenTheRightPasswordWaits() {
    for (int i = 0; i < 10; i++) {
      signIn(email, "guess number " + i);
    }
    signIn(email, Screens.PASSWORD);

    assertThat(answer()).isEqualTo("Too many tries. Please wait a minute and try again.");
    assertThat(VaadinSession.getCurrent().getSession().getAttribute(SIGNED_IN)).isNull();
  }

  @Test
  void emptyFieldsAreNotEvenTried() {
    signIn("", "");

    _assertNone(InlineNote.class);
  }

  @Test
  void whoIsSignedInIsLedToTheStart() {
    Screens.close();
    Screens.openAs(context, email);

    UI.getCurrent().navigate(LoginView.class);

    _assertNone(LoginView.class);
  }

  @Test
  void noDemoSignInIsOfferedOutsideADemo() {
    _assertNone(InlineNote.class);
  }

  @Test
  void theWayBackStaysOnThisHost() {
    assertThat(WayBack.localScreen("http://localhost:8080/pantry?q=milk&continue"))
        .contains("/pantry?q=milk");
    assertThat(WayBack.localScreen("https://evil.example/pantry")).contains("/pantry");
    assertThat(WayBack.localScreen("//evil.example/")).contains("/");
    assertThat(WayBack.localScreen("http://localhost:8080/no-such-screen")).isEmpty();
    assertThat(WayBack.localScreen("not an address")).isEmpty();
  }

  private static void signIn(String email, String password) {
    _setValue(_get(EmailField.class), email);
    _setValue(_get(PasswordField.class), password);
    _click(_get(Button.class, spec -> spec.withText("Sign in")));
  }

  private static String answer() {
    return _get(InlineNote.class).getElement().getTextRecursively();
  }
}
