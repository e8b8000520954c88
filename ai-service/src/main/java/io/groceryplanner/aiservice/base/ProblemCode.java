package io.groceryplanner.aiservice.base;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a request was turned down, as the contract names it. */
public enum ProblemCode {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be understood"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "That cannot be done here"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "This is too large"),
  UNSUPPORTED_MEDIA(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This kind of file cannot be read"),
  UNREADABLE_IMAGE(HttpStatus.UNPROCESSABLE_CONTENT, "The picture cannot be opened"),
  TOO_MANY_PIXELS(HttpStatus.UNPROCESSABLE_CONTENT, "The picture is too big"),
  NO_TEXT_FOUND(HttpStatus.UNPROCESSABLE_CONTENT, "No receipt was found"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Busy"),
  STARTING(HttpStatus.SERVICE_UNAVAILABLE, "Starting"),
  MODEL_MISSING(HttpStatus.SERVICE_UNAVAILABLE, "A model is missing"),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke");

  private final HttpStatus status;
  private final String title;

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The word that stands in the answer's {@code code}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
