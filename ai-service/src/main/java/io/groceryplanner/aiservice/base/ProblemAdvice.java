package io.groceryplanner.aiservice.base;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong around a controller into a problem with a code. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return Problems.refusal(ProblemCode.TOO_LARGE, "A file may have at most 10 MB.");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyLimit.Exceeded exceeded) {
        return Problems.refusal(ProblemCode.TOO_LARGE, String.valueOf(exceeded.getMessage()));
      }
    }
    return super.handleHttpMessageNotReadable(e, headers, status, request);
  }

  @ExceptionHandler(MultipartException.class)
  ResponseEntity<Object> brokenUpload(MultipartException e) {
    return Problems.refusal(
        ProblemCode.BAD_REQUEST, "The upload is not complete, or it is not a form with a file.");
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> defect(Exception e) {
    log.error("A request failed", e);
    return Problems.refusal(
        ProblemCode.INTERNAL, "Something broke while working on this. It has been noted.");
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemCode code =
        switch (status.value()) {
          case 404 -> ProblemCode.NOT_FOUND;
          case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
          case 413 -> ProblemCode.TOO_LARGE;
          case 406, 415 -> ProblemCode.UNSUPPORTED_MEDIA;
          default -> status.is5xxServerError() ? ProblemCode.INTERNAL : ProblemCode.BAD_REQUEST;
        };
    if (code == ProblemCode.INTERNAL) {
      log.error("A request failed", e);
    }
    return ResponseEntity.status(code.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problems.detail(code, sentence(code)));
  }

  private static String sentence(ProblemCode code) {
    return switch (code) {
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED -> "This address does not take that kind of request.";
      case TOO_LARGE -> "A file may have at most 10 MB.";
      case UNSUPPORTED_MEDIA ->
          "The request or the wanted answer has a form that is not spoken here.";
      case INTERNAL -> "Something broke while working on this. It has been noted.";
      default -> "Something the request must have is missing or has the wrong form.";
    };
  }
}
