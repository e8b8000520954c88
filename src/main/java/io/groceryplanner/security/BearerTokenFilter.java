package io.groceryplanner.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Signs REST requests in by their {@code Authorization: Bearer} header. */
class BearerTokenFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final ApiTokens tokens;
  private final HandlerExceptionResolver faults;

  /**
   * @param faults answers as REST does when a token cannot be looked up: no controller's advice
   *     hears of what happens before a controller
   */
  BearerTokenFilter(ApiTokens tokens, HandlerExceptionResolver faults) {
    this.tokens = tokens;
    this.faults = faults;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      try {
        tokens
            .findUser(header.substring(SCHEME.length()).strip())
            .ifPresent(BearerTokenFilter::signIn);
      } catch (RuntimeException fault) {
        // A filter stands before whatever answers faults: REST's own answer is asked for here.
        if (faults.resolveException(request, response, null, fault) == null) {
          throw fault;
        }
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void signIn(SignedInUser user) {
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    SecurityContextHolder.setContext(context);
  }
}
