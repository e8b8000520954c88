package io.groceryplanner.household.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.LonePage;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.household.SignUp;
import io.groceryplanner.household.SignUp.HouseholdDraft;
import io.groceryplanner.household.SignUp.SignUpResult;
import io.groceryplanner.security.RateLimits;
import io.groceryplanner.security.SignIn;
import io.groceryplanner.security.SignIn.SignInResult;
import io.groceryplanner.security.Users.UserDraft;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A newcomer names themselves and their household, and is in. */
@Route(value = "sign-up", autoLayout = false)
@AnonymousAllowed
class SignUpView extends LonePage implements BeforeEnterObserver, HasDynamicTitle {

  private static final Pattern OLD_ZONES = Pattern.compile("^(Etc|SystemV|US|Canada|Brazil)/.*");

  /** What is said beside a field that was left empty. */
  private static final Map<String, String> NEEDED =
      Map.of(
          "name", "security.refused.name",
          "email", "security.refused.email",
          "password", "security.refused.passwordShort",
          "household.name", "household.refused.name",
          "household.currency", "household.ui.currency.needed",
          "household.timeZone", "household.ui.time-zone.needed");

  private final transient SignUp signUp;
  private final transient SignIn signIn;
  private final transient RateLimits limits;
  private final transient AuthenticationContext authentication;

  private final Div answer = new Div();
  private final TextField name = new TextField(getTranslation("household.ui.your-name"));
  private final EmailField email = new EmailField(getTranslation("household.ui.email"));
  private final PasswordField password = new PasswordField(getTranslation("household.ui.password"));
  private final TextField householdName = new TextField(getTranslation("household.ui.name"));
  private final ComboBox<Currency> currency =
      new ComboBox<>(getTranslation("household.ui.currency"));
  private final ComboBox<String> timeZone =
      new ComboBox<>(getTranslation("household.ui.time-zone"));

  /** By the names {@link SignUp} refuses with, in the order they stand. */
  private final Map<String, Component> fields = new LinkedHashMap<>();

  SignUpView(
      SignUp signUp, SignIn signIn, RateLimits limits, AuthenticationContext authentication) {
    this.signUp = signUp;
    this.signIn = signIn;
    this.limits = limits;
    this.authentication = authentication;
    describeFields();
    answer.setVisible(false);
    card().addClassName("wide");
    card()
        .add(
            new H1(getTranslation("household.ui.title")),
            new Paragraph(getTranslation("household.ui.introduction")),
            groups(),
            answer,
            submit(),
            toSignIn());
  }

  private void describeFields() {
    name.setAutocomplete(Autocomplete.NAME);
    name.setAutofocus(true);
    email.setAutocomplete(Autocomplete.USERNAME);
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    password.setHelperText(getTranslation("household.ui.password.hint"));
    householdName.setPlaceholder(getTranslation("household.ui.name.example"));
    householdName.setAutocomplete(Autocomplete.OFF);
    currency.setItems(CurrencyGuess.all());
    currency.setItemLabelGenerator(this::label);
    CurrencyGuess.of(VaadinRequest.getCurrent()).ifPresent(currency::setValue);
    timeZone.setItems(zones());
    fields.put("name", name);
    fields.put("email", email);
    fields.put("password", password);
    fields.put("household.name", householdName);
    fields.put("household.currency", currency);
    fields.put("household.timeZone", timeZone);
    fields.values().forEach(SignUpView::prepare);
  }

  /** What is wrong with a field is forgotten as soon as it changes. */
  private static void prepare(Component field) {
    if (field instanceof HasValidation validated && field instanceof AbstractField<?, ?> input) {
      validated.setManualValidation(true);
      input.addValueChangeListener(change -> validated.setInvalid(false));
    }
    ((HasSize) field).setWidthFull();
  }

  private String label(Currency money) {
    return money.getCurrencyCode() + " · " + money.getDisplayName(getLocale());
  }

  private static List<String> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.equals("UTC") || zone.contains("/"))
        .filter(zone -> !OLD_ZONES.matcher(zone).matches())
        .sorted()
        .toList();
  }

  private Div groups() {
    var groups =
        new Div(
            group("household.ui.you", name, email, password),
            group("household.ui.your-household", householdName, currency, timeZone));
    groups.addClassName("field-groups");
    return groups;
  }

  private Section group(String titleKey, Component... members) {
    var group = new Section(new H2(getTranslation(titleKey)));
    group.addClassName("stack");
    group.add(members);
    return group;
  }

  private Button submit() {
    var button = new Button(getTranslation("household.ui.sign-up"), click -> signUp());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.addClassNames("big", "block");
    // Not in the lists to choose from, where Enter takes what is marked.
    button
        .addClickShortcut(Key.ENTER)
        .listenOn(name, email, password, householdName)
        .resetFocusOnActiveElement();
    return button;
  }

  private Paragraph toSignIn() {
    var line =
        new Paragraph(
            new Span(getTranslation("household.ui.known-here")),
            new Span(" "),
            new Anchor("login", getTranslation("household.ui.to-sign-in")));
    line.addClassName("aside");
    return line;
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    attached
        .getUI()
        .getPage()
        .retrieveExtendedClientDetails(browser -> guessTimeZone(browser.getTimeZoneId()));
    // Nobody is signed in yet to keep a draft for.
    attached.getUI().getPage().addJsModule("/modules/kept-in-tab.js");
  }

  /** What the browser says, unless the person was quicker. */
  void guessTimeZone(String zone) {
    if (timeZone.isEmpty() && zones().contains(zone)) {
      timeZone.setValue(zone);
    }
  }

  private void signUp() {
    answer.setVisible(false);
    if (someAreEmpty()) {
      return;
    }
    var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
    if (!limits.allow(RateLimits.Action.SIGN_UP, request.getRemoteAddr())) {
      say("security.tooMany");
      return;
    }
    var user = new UserDraft(name.getValue(), email.getValue(), password.getValue());
    var household =
        new HouseholdDraft(
            householdName.getValue(),
            Optional.ofNullable(currency.getValue()).map(Currency::getCurrencyCode).orElse(""),
            Optional.ofNullable(timeZone.getValue()).orElse(""));
    switch (signUp.signUp(user, household, getLocale())) {
      case SignUpResult.SignedUp _ -> enter();
      case SignUpResult.Refused(var field, var messageKey) -> refuse(field, messageKey);
    }
  }

  /** Empty fields are all marked at once; the person is led to the first. */
  private boolean someAreEmpty() {
    var empty =
        fields.keySet().stream()
            .filter(name -> fields.get(name) instanceof HasValue<?, ?> value && value.isEmpty())
            .toList();
    empty.reversed().forEach(name -> refuse(name, String.valueOf(NEEDED.get(name))));
    return !empty.isEmpty();
  }

  private void enter() {
    var opened =
        signIn.open(
            email.getValue(),
            password.getValue(),
            true,
            VaadinServletRequest.getCurrent().getHttpServletRequest(),
            VaadinServletResponse.getCurrent().getHttpServletResponse());
    // A new page, so that nothing of the anonymous one lives on.
    getUI()
        .orElseThrow()
        .getPage()
        .setLocation(opened instanceof SignInResult.SignedIn ? "/" : "/login");
  }

  private void refuse(String fieldName, String messageKey) {
    var field = fields.get(fieldName);
    if (field instanceof HasValidation validated) {
      validated.setErrorMessage(getTranslation(messageKey));
      validated.setInvalid(true);
      // What is wrong says more than the hint.
      ((HasHelper) field).setHelperText("");
    } else {
      say(messageKey);
    }
    if (field instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }

  private void say(String messageKey) {
    answer.removeAll();
    answer.add(new InlineNote(Tone.WRONG, getTranslation(messageKey)));
    answer.setVisible(true);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (authentication.isAuthenticated()) {
      event.forwardTo("");
    }
  }

  @Override
  public String getPageTitle() {
    return getTranslation("household.ui.title");
  }
}
