package io.groceryplanner.drafts;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is typed and not saved survives the screen it was typed on. */
@IntegrationTest
class DraftsTest {

  @Autowired Drafts drafts;
  @Autowired ApplicationContext context;

  private String email;
  private HouseholdId household;
  private UserId user;

  @BeforeEach
  void signUp() {
    email = Screens.newEmail();
    var signedUp = Screens.found(context, email);
    household = signedUp.household();
    user = signedUp.user();
  }

  @AfterEach
  void leave() {
    Screens.close();
  }

  @Test
  void theLastThatWasTypedIsKeptAndThenForgotten() {
    drafts.keep(household, user, "form", Map.of("a", "first"));
    drafts.keep(household, user, "form", Map.of("a", "ünd \"zweitens\"", "b", ""));

    assertThat(drafts.find(household, user, "form"))
        .contains(Map.of("a", "ünd \"zweitens\"", "b", ""));

    drafts.forget(household, user, "form");
    assertThat(drafts.find(household, user, "form")).isEmpty();
  }

  @Test
  void aDraftIsOfOnePersonOfOneHousehold() {
    var others = Screens.found(context, Screens.newEmail());
    drafts.keep(household, user, "form", Map.of("a", "mine"));

    assertThat(drafts.find(household, others.user(), "form")).isEmpty();
    assertThat(drafts.find(others.household(), user, "form")).isEmpty();
  }

  @Test
  void pastedTextIsThereAgainOnANewScreenUntilItIsGivenUp() {
    openReceipts();
    _click(_get(Button.class, spec -> spec.withText(paste())));
    var pasted = _get(TextArea.class);
    _setValue(pasted, "Corner shop\nMilk 1.29");
    _fireValueChange(pasted);
    Screens.close();

    openReceipts();
    assertThat(_get(TextArea.class).getValue()).isEqualTo("Corner shop\nMilk 1.29");
    _click(_get(Button.class, spec -> spec.withText(said("receipts.ui.cancel"))));
    Screens.close();

    openReceipts();
    _assertNone(Dialog.class);
  }

  private void openReceipts() {
    Screens.openAs(context, email);
    Screens.go("receipts");
  }

  private static String paste() {
    return said("receipts.ui.text");
  }

  private static String said(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
