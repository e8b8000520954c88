package io.groceryplanner.aiservice.base;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Refusals as RFC 9457 answers. */
public final class Problems {

  private Problems() {}

  /** An answer for input that stays bad however often it is sent. */
  public static ResponseEntity<Object> refusal(ProblemCode code, String detail) {
    return ResponseEntity.status(code.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(code, detail));
  }

  /** An answer for a request that may be sent again after a while. */
  public static ResponseEntity<Object> tryLater(ProblemCode code, String detail, Duration wait) {
    return ResponseEntity.status(code.status())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail(code, detail));
  }

  static ProblemDetail detail(ProblemCode code, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(code.status(), sentence);
    problem.setType(URI.create("urn:grocery-planner:problem:" + code.word()));
    problem.setTitle(code.title());
    problem.setProperty("code", code.word());
    return problem;
  }
}
