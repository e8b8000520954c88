package io.groceryplanner.aiservice.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** One line for each request, within its span: what was asked for, and how it went. */
@Component
class RequestLog extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      // The pattern, since an address may hold anything.
      Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      if (path != null && path.toString().startsWith("/api/")) {
        log.info(
            "{} {} answered {} in {} ms",
            request.getMethod(),
            path,
            response.getStatus(),
            Duration.ofNanos(System.nanoTime() - start).toMillis());
      }
    }
  }
}
