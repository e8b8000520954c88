package io.groceryplanner.household.api;

import io.groceryplanner.base.Messages;
import io.groceryplanner.base.Problems;
import io.groceryplanner.household.SignUp;
import io.groceryplanner.household.SignUp.SignUpResult;
import io.groceryplanner.security.ApiTokens;
import io.groceryplanner.security.RateLimits;
import io.groceryplanner.security.Users.UserDraft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sign-ups")
class SignUpsController {

  private final SignUp signUp;
  private final ApiTokens tokens;
  private final RateLimits limits;
  private final Problems problems;
  private final Messages messages;

  SignUpsController(
      SignUp signUp, ApiTokens tokens, RateLimits limits, Problems problems, Messages messages) {
    this.signUp = signUp;
    this.tokens = tokens;
    this.limits = limits;
    this.problems = problems;
    this.messages = messages;
  }

  record HouseholdBody(@NotNull String name, @NotNull String currency, @NotNull String timeZone) {}

  record SignUpBody(
      @NotNull String name,
      @NotNull String email,
      @NotNull String password,
      @NotNull @Valid HouseholdBody household) {}

  record SignedUpBody(UUID userId, UUID householdId, String token) {}

  @PostMapping
  ResponseEntity<?> signUp(
      @Valid @RequestBody SignUpBody body, HttpServletRequest request, Locale locale) {
    if (!limits.allow(RateLimits.Action.SIGN_UP, request.getRemoteAddr())) {
      return problems.answer(
          HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", locale, "security.tooMany");
    }
    var user = new UserDraft(body.name(), body.email(), body.password());
    var household =
        new SignUp.HouseholdDraft(
            body.household().name(), body.household().currency(), body.household().timeZone());
    return switch (signUp.signUp(user, household, locale)) {
      case SignUpResult.SignedUp(var userId, var householdId) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .body(
                  new SignedUpBody(
                      userId.value(),
                      householdId.value(),
                      tokens.issue(userId, "sign-up").token()));
      case SignUpResult.Refused(var field, var messageKey) ->
          problems.answer(
              messageKey.endsWith("emailTaken")
                  ? HttpStatus.CONFLICT
                  : HttpStatus.UNPROCESSABLE_CONTENT,
              messageKey.endsWith("emailTaken") ? "email_taken" : "invalid_field",
              messages.say(locale, messageKey),
              Map.of("field", field));
    };
  }
}
