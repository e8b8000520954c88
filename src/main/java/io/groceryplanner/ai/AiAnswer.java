package io.groceryplanner.ai;

import java.time.Duration;

/** What a call of ai-service came to: there is no fourth way. */
public sealed interface AiAnswer<T> {

  record Answer<T>(T value) implements AiAnswer<T> {}

  /**
   * The input is bad; asking again changes nothing.
   *
   * @param code the problem's code, such as {@code no_text_found}
   */
  record Rejected<T>(String code, String detail) implements AiAnswer<T> {}

  /**
   * ai-service is away or busy; ask again later.
   *
   * @param retryAfter when asking again makes sense
   */
  record Unavailable<T>(String reason, Duration retryAfter) implements AiAnswer<T> {}
}
