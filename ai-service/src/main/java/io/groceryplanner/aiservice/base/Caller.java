package io.groceryplanner.aiservice.base;

import jakarta.servlet.http.HttpServletRequest;

/** Who waits for an answer. */
public interface Caller {

  /**
   * Whether nobody waits any more, the connection having been closed. To be asked on the request's
   * own thread, every now and then; it takes a few questions to be sure.
   */
  boolean hasLeft();

  /** The caller of a request; one whose connection cannot be watched is taken to stay. */
  static Caller of(HttpServletRequest request) {
    return request.getAttribute(Caller.class.getName()) instanceof Caller caller
        ? caller
        : () -> false;
  }
}
