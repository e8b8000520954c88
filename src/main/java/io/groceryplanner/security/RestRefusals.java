package io.groceryplanner.security;

import io.groceryplanner.base.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What REST says to somebody who is not signed in, or may not do this. */
@Component
class RestRefusals {

  private final Messages messages;
  private final JsonMapper json;

  RestRefusals(Messages messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  void signInFirst(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    write(request, response, HttpStatus.UNAUTHORIZED, "security.rest.signInFirst", "unauthorized");
  }

  void notAllowed(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    write(request, response, HttpStatus.FORBIDDEN, "security.rest.notAllowed", "forbidden");
  }

  private void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String messageKey,
      String code)
      throws IOException {
    var problem =
        ProblemDetail.forStatusAndDetail(status, messages.say(request.getLocale(), messageKey));
    problem.setProperty("code", code);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
