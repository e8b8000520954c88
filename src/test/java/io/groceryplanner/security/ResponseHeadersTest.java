package io.groceryplanner.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/** What browsers are told about every answer. */
@IntegrationTest
class ResponseHeadersTest {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/sign-up", "/health", "/styles/tokens.css"})
  void everyAnswerLimitsWhereItsPartsComeFrom(String path) {
    var headers = get(path);

    assertThat(headers.get("Content-Security-Policy"))
        .hasSize(1)
        .first()
        .asString()
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .contains("object-src 'none'");
    assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.get("Referrer-Policy")).containsExactly("same-origin");
  }

  @Test
  void pagesAreNotKeptButStylesAre() {
    assertThat(get("/login").getCacheControl()).contains("no-store");
    assertThat(get("/styles/tokens.css").get(HttpHeaders.CACHE_CONTROL))
        .hasSize(1)
        .allSatisfy(value -> assertThat(value).contains("max-age"));
  }

  @Test
  void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
    assertThat(get("/login").getFirst(HttpHeaders.SET_COOKIE))
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  private HttpHeaders get(String path) {
    return RestClient.create("http://localhost:" + port)
        .get()
        .uri(path)
        .retrieve()
        .toBodilessEntity()
        .getHeaders();
  }
}
