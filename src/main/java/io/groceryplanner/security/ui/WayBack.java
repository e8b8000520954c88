package io.groceryplanner.security.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Where a person was going when sign-in came in between. Only screens of ours count. */
final class WayBack {

  private static final String START = "/";

  private WayBack() {}

  /** Where to go now, once: a path of this host with its query, or the start. */
  static String take(HttpServletRequest request, HttpServletResponse response) {
    var cache = new HttpSessionRequestCache();
    var saved = Optional.ofNullable(cache.getRequest(request, response));
    cache.removeRequest(request, response);
    return redirectOfTheRouter(request)
        .or(() -> saved.map(found -> found.getRedirectUrl()))
        .flatMap(WayBack::localScreen)
        .orElse(START);
  }

  /** The router remembers by itself when a page that is open already leads to a closed one. */
  private static Optional<String> redirectOfTheRouter(HttpServletRequest request) {
    var session = request.getSession();
    var path = session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
    session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
    return path instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The path and query of an address, if they open one of our screens. */
  static Optional<String> localScreen(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    var path = Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("^/+", "");
    if (RouteConfiguration.forApplicationScope().getRoute(path).isEmpty()) {
      return Optional.empty();
    }
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("").replaceFirst("&?continue$", "");
    return Optional.of(START + path + (query.isEmpty() ? "" : "?" + query));
  }
}
