package io.groceryplanner.security.api;

import io.groceryplanner.base.Problems;
import io.groceryplanner.security.ApiTokens;
import io.groceryplanner.security.SignIn;
import io.groceryplanner.security.SignIn.SignInResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

  private final SignIn signIn;
  private final ApiTokens tokens;
  private final Problems problems;

  TokensController(SignIn signIn, ApiTokens tokens, Problems problems) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.problems = problems;
  }

  record TokenRequest(
      @NotBlank @Size(max = 320) String email,
      @NotBlank @Size(max = 256) String password,
      @NotBlank @Size(max = 200) String label) {}

  @PostMapping
  ResponseEntity<?> issue(
      @Valid @RequestBody TokenRequest body, HttpServletRequest request, Locale locale) {
    return switch (signIn.check(body.email(), body.password(), request.getRemoteAddr())) {
      case SignInResult.SignedIn(var user) ->
          ResponseEntity.status(HttpStatus.CREATED).body(tokens.issue(user.userId(), body.label()));
      case SignInResult.Wrong _ ->
          problems.answer(HttpStatus.UNAUTHORIZED, "wrong_credentials", locale, "security.wrong");
      case SignInResult.TooMany _ ->
          problems.answer(
              HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", locale, "security.tooMany");
    };
  }
}
