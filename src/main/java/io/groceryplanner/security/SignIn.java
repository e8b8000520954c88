package io.groceryplanner.security;

import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.rememberme.AbstractRememberMeServices;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;

/** Signs a person in, from the screen into a session or from REST for a token. */
@Service
public class SignIn {

  private final AuthenticationManager authentication;
  private final SecurityContextRepository sessions;
  private final RememberMeServices rememberMe;
  private final RateLimits limits;
  private final AuditLog audit;

  SignIn(
      AuthenticationManager authentication,
      SecurityContextRepository sessions,
      RememberMeServices rememberMe,
      RateLimits limits,
      AuditLog audit) {
    this.authentication = authentication;
    this.sessions = sessions;
    this.rememberMe = rememberMe;
    this.limits = limits;
    this.audit = audit;
  }

  /** How an attempt ended. Which of e-mail and password was wrong is not said. */
  public sealed interface SignInResult {
    record SignedIn(SignedInUser user) implements SignInResult {}

    record Wrong() implements SignInResult {}

    record TooMany() implements SignInResult {}
  }

  /** Checks e-mail and password without opening a session. */
  public SignInResult check(String email, String password, String remoteAddress) {
    var who = remoteAddress + ' ' + email.strip().toLowerCase(Locale.ROOT);
    if (!limits.allow(RateLimits.Action.SIGN_IN, who)) {
      return new SignInResult.TooMany();
    }
    if (authenticate(email, password) instanceof Authentication found
        && found.getPrincipal() instanceof SignedInUser user) {
      return new SignInResult.SignedIn(user);
    }
    audit.count(AuditAct.SIGN_IN_FAILED);
    return new SignInResult.Wrong();
  }

  private @org.jspecify.annotations.Nullable Authentication authenticate(
      String email, String password) {
    try {
      return authentication.authenticate(
          UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    } catch (AuthenticationException e) {
      return null;
    }
  }

  /**
   * Signs in for this session, with a new session id so that a planted one is worth nothing.
   *
   * @param remember whether the browser stays signed in beyond the session
   */
  public SignInResult open(
      String email,
      String password,
      boolean remember,
      HttpServletRequest request,
      HttpServletResponse response) {
    var result = check(email, password, request.getRemoteAddr());
    if (result instanceof SignInResult.SignedIn(var user)) {
      var token =
          UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(token);
      SecurityContextHolder.setContext(context);
      request.changeSessionId();
      sessions.saveContext(context, request, response);
      if (remember && rememberMe instanceof AbstractRememberMeServices services) {
        services.loginSuccess(request, response, token);
      }
    }
    return result;
  }
}
