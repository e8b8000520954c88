package io.groceryplanner.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.groceryplanner.base.DemoSignIns;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.LonePage;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.security.SignIn;
import io.groceryplanner.security.SignIn.SignInResult;
import org.springframework.beans.factory.ObjectProvider;

/** The door: e-mail and password, and back to where the person was going. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends LonePage implements BeforeEnterObserver, HasDynamicTitle {

  private final transient SignIn signIn;
  private final transient AuthenticationContext authentication;

  private final Div answer = new Div();
  private final EmailField email = new EmailField(getTranslation("security.ui.email"));
  private final PasswordField password = new PasswordField(getTranslation("security.ui.password"));
  private final Checkbox remember = new Checkbox(getTranslation("security.ui.remember"));

  LoginView(SignIn signIn, AuthenticationContext authentication, ObjectProvider<DemoSignIns> demo) {
    this.signIn = signIn;
    this.authentication = authentication;
    email.setAutocomplete(Autocomplete.USERNAME);
    email.setManualValidation(true);
    email.setAutofocus(true);
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    password.setManualValidation(true);
    // A kitchen's phone and tablet: whoever borrows a device takes the mark away.
    remember.setValue(true);
    answer.setVisible(false);
    card()
        .add(
            new H1(getTranslation("security.ui.title")),
            answer,
            email,
            password,
            remember,
            submit(),
            toSignUp());
    demo.ifAvailable(signIns -> card().add(demoHint(signIns)));
  }

  private InlineNote demoHint(DemoSignIns demo) {
    return new InlineNote(
        Tone.PLAIN,
        getTranslation("security.ui.demo"),
        fillIn("security.ui.demo.planner", demo.plannerEmail(), demo.password()),
        fillIn("security.ui.demo.admin", demo.adminEmail(), demo.password()));
  }

  private Button fillIn(String labelKey, String demoEmail, String demoPassword) {
    var button =
        new Button(
            getTranslation(labelKey),
            click -> {
              email.setValue(demoEmail);
              password.setValue(demoPassword);
            });
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  private Button submit() {
    var button = new Button(getTranslation("security.ui.sign-in"), click -> enter());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.addClassNames("big", "block");
    // Leaving the field first sends what was typed in it.
    button.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
    return button;
  }

  private Paragraph toSignUp() {
    var line =
        new Paragraph(
            new Span(getTranslation("security.ui.new-here")),
            new Span(" "),
            new Anchor("sign-up", getTranslation("security.ui.to-sign-up")));
    line.addClassName("aside");
    return line;
  }

  private void enter() {
    answer.setVisible(false);
    if (email.getValue().isBlank()) {
      email.focus();
      return;
    }
    if (password.getValue().isEmpty()) {
      password.focus();
      return;
    }
    var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    var response = VaadinServletResponse.getCurrent().getHttpServletResponse();
    switch (signIn.open(
        email.getValue(), password.getValue(), remember.getValue(), request, response)) {
      case SignInResult.SignedIn _ ->
          // A new page, so that nothing of the anonymous one lives on.
          getUI().orElseThrow().getPage().setLocation(WayBack.take(request, response));
      case SignInResult.Wrong _ -> refuse("security.wrong");
      case SignInResult.TooMany _ -> refuse("security.tooMany");
    }
  }

  private void refuse(String messageKey) {
    answer.removeAll();
    answer.add(new InlineNote(Tone.WRONG, getTranslation(messageKey)));
    answer.setVisible(true);
    password.focus();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (authentication.isAuthenticated()) {
      event.forwardTo("");
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("security.ui.title");
  }
}
