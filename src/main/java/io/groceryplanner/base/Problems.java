package io.groceryplanner.base;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * REST's refusals: RFC 9457 problems with a {@code code} for programs and a sentence for people.
 */
@Component
public class Problems {

  private final Messages messages;

  Problems(Messages messages) {
    this.messages = messages;
  }

  public ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, Locale locale, String messageKey, Object... values) {
    return answer(status, code, messages.say(locale, messageKey, values), Map.of());
  }

  /**
   * @param properties further members of the problem, such as {@code existingReceiptId}
   */
  public ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String detail, Map<String, Object> properties) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    properties.forEach(problem::setProperty);
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      headers.set(HttpHeaders.RETRY_AFTER, "30");
    }
    return new ResponseEntity<>(problem, headers, status);
  }
}
