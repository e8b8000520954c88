package io.groceryplanner.ai;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.groceryplanner.ai.AiAnswer.Answer;
import io.groceryplanner.ai.AiAnswer.Rejected;
import io.groceryplanner.ai.AiAnswer.Unavailable;
import io.groceryplanner.ai.AiBreaker.Permit;
import io.groceryplanner.ai.AiMeters.Endpoint;
import io.groceryplanner.ai.AiMeters.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * One call, from waking ai-service to what is learnt from the answer. Connection errors, timeouts
 * and 5xx are failures; 4xx is the input's fault and never is; 429 and 503 ask for a pause, and say
 * nothing. A look that fails is known and shown, but opens no circuit: nobody was kept waiting.
 */
@Component
class AiCalls {

  private static final Logger log = LoggerFactory.getLogger(AiCalls.class);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final AiBreaker breaker;
  private final AiHealth health;
  private final AiWarmUp warmUp;
  private final AiMeters meters;

  AiCalls(AiBreaker breaker, AiHealth health, AiWarmUp warmUp, AiMeters meters) {
    this.breaker = breaker;
    this.health = health;
    this.warmUp = warmUp;
    this.meters = meters;
  }

  <T> AiAnswer<T> make(Endpoint endpoint, Supplier<@Nullable T> call) {
    var began = System.nanoTime();
    var outcome = attempt(endpoint, call);
    meters.record(endpoint, outcome.status(), Duration.ofNanos(System.nanoTime() - began));
    return outcome.answer();
  }

  private record Outcome<T>(Status status, AiAnswer<T> answer) {}

  private <T> Outcome<T> attempt(Endpoint endpoint, Supplier<@Nullable T> call) {
    var sleeping = warmUp.wake();
    if (sleeping.isPresent()) {
      return new Outcome<>(Status.BUSY, new Unavailable<>("waking_up", sleeping.get()));
    }
    var permit = breaker.ask();
    if (permit.isEmpty()) {
      return new Outcome<>(
          Status.CIRCUIT_OPEN, new Unavailable<>("circuit_open", breaker.untilNextTry()));
    }
    return send(endpoint, permit.get(), call);
  }

  private <T> Outcome<T> send(Endpoint endpoint, Permit permit, Supplier<@Nullable T> call) {
    try {
      var value = call.get();
      if (value == null) {
        return failed(endpoint, permit, new IOException("an empty answer"), "empty_answer");
      }
      answered(permit);
      return new Outcome<>(Status.OK, new Answer<>(value));
    } catch (RestClientResponseException e) {
      return refused(endpoint, permit, e);
    } catch (ResourceAccessException e) {
      note(endpoint, "ai-service does not answer: {}", String.valueOf(e.getMostSpecificCause()));
      return failed(endpoint, permit, e, "no_connection");
    } catch (RestClientException e) {
      log.warn("ai-service answered something unreadable", e);
      return failed(endpoint, permit, e, "unreadable_answer");
    } catch (RuntimeException | Error e) {
      // A defect of ours says nothing about ai-service, and must not keep the one permit.
      breaker.withoutVerdict(permit);
      throw e;
    }
  }

  private <T> Outcome<T> refused(Endpoint endpoint, Permit permit, RestClientResponseException e) {
    var problem = AiProblem.read(e);
    if (isBusy(e.getStatusCode())) {
      breaker.withoutVerdict(permit);
      return new Outcome<>(
          Status.BUSY, new Unavailable<>(problem.code(), retryAfter(e.getResponseHeaders())));
    }
    if (e.getStatusCode().is4xxClientError()) {
      answered(permit);
      return new Outcome<>(Status.REJECTED, new Rejected<>(problem.code(), problem.detail()));
    }
    note(endpoint, "ai-service failed: {}", problem.code());
    return failed(endpoint, permit, e, "http_" + e.getStatusCode().value());
  }

  /** While the circuit is open, only its probe can say that all is well again. */
  private void answered(Permit permit) {
    breaker.succeeded(permit);
    if (breaker.state() == State.CLOSED) {
      health.answered();
    }
  }

  private <T> Outcome<T> failed(Endpoint endpoint, Permit permit, Exception cause, String reason) {
    if (permit.isProbe() || endpoint != Endpoint.HEALTH) {
      breaker.failed(permit, cause);
    }
    health.failed();
    return new Outcome<>(Status.FAILED, new Unavailable<>(reason, LATER));
  }

  /** Looks fail every other second of an outage, and its beginning and end are said elsewhere. */
  private static void note(Endpoint endpoint, String what, String why) {
    log.atLevel(endpoint == Endpoint.HEALTH ? Level.DEBUG : Level.WARN).log(what, why);
  }

  private static boolean isBusy(HttpStatusCode status) {
    return status.value() == 429 || status.value() == 503;
  }

  private static Duration retryAfter(@Nullable HttpHeaders headers) {
    var value = headers == null ? null : headers.getFirst(HttpHeaders.RETRY_AFTER);
    return value != null && value.matches("\\d{1,4}")
        ? Duration.ofSeconds(Math.max(1, Long.parseLong(value)))
        : LATER;
  }
}
