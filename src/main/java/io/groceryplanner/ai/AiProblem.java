package io.groceryplanner.ai;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * The RFC 9457 problem behind a refusal; a proxy's own page has none, so every field has a
 * stand-in.
 */
record AiProblem(String code, String detail) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Body(@Nullable String code, @Nullable String detail) {}

  static AiProblem read(RestClientResponseException refusal) {
    Body body = null;
    try {
      body = refusal.getResponseBodyAs(Body.class);
    } catch (RestClientException | IllegalStateException e) {
      // No problem document: the status alone has to do.
    }
    var status = "http_" + refusal.getStatusCode().value();
    return new AiProblem(
        body == null || body.code() == null ? status : body.code(),
        body == null || body.detail() == null ? "" : body.detail());
  }
}
