package io.groceryplanner.base;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What REST says when a request cannot even be understood, and when we have a defect. */
@Order(0)
@RestControllerAdvice
class RestFaults extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(RestFaults.class);

  private final Problems problems;
  private final Messages messages;

  RestFaults(Problems problems, Messages messages) {
    this.problems = problems;
    this.messages = messages;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return plain(HttpStatus.CONTENT_TOO_LARGE, "too_large", request, "base.rest.tooLarge");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var field = misfit(fault);
    return field.isEmpty()
        ? plain(HttpStatus.BAD_REQUEST, "bad_json", request, "base.rest.badJson")
        : plain(
            problems.answer(
                HttpStatus.BAD_REQUEST,
                "bad_json",
                messages.say(request.getLocale(), "base.rest.badValue", field),
                Map.of("field", field)));
  }

  /** The field that holds something of another kind than it should; empty for what is no JSON. */
  private static String misfit(HttpMessageNotReadableException fault) {
    return fault.getCause() instanceof DatabindException misfit
        ? misfit.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."))
        : "";
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException fault,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var field = fault.getFieldError();
    var name = field == null ? "" : field.getField();
    return plain(HttpStatus.BAD_REQUEST, "missing_field", request, "base.rest.missingField", name);
  }

  @ExceptionHandler(MethodArgumentTypeMismatchException.class)
  ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException fault, Locale locale) {
    return problems.answer(
        HttpStatus.BAD_REQUEST, "bad_value", locale, "base.rest.badValue", fault.getName());
  }

  @ExceptionHandler(IllegalArgumentException.class)
  ResponseEntity<ProblemDetail> refused(IllegalArgumentException fault, Locale locale) {
    // Where, and not what it says: that may quote the request.
    log.info(
        "A request could not be understood: {} at {}",
        fault.getClass().getName(),
        fault.getStackTrace().length == 0 ? "?" : fault.getStackTrace()[0]);
    return problems.answer(HttpStatus.BAD_REQUEST, "bad_request", locale, "base.rest.badRequest");
  }

  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<ProblemDetail> failed(RuntimeException fault, Locale locale) {
    // The database or the file store is away, which passes by itself; a defect it is not.
    if (fault instanceof UncheckedIOException || Outage.isBehind(fault)) {
      log.warn("A request failed, because something is away: {}", String.valueOf(fault.getCause()));
      return problems.answer(HttpStatus.SERVICE_UNAVAILABLE, "away", locale, "base.rest.away");
    }
    var number = FaultNumber.next();
    log.error("A request failed, fault {}", number, fault);
    return problems.answer(
        HttpStatus.INTERNAL_SERVER_ERROR, "defect", locale, "base.rest.defect", number.value());
  }

  private @Nullable ResponseEntity<Object> plain(
      HttpStatus status, String code, WebRequest request, String messageKey, Object... values) {
    return plain(problems.answer(status, code, request.getLocale(), messageKey, values));
  }

  private static ResponseEntity<Object> plain(ResponseEntity<ProblemDetail> answer) {
    return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
  }
}
