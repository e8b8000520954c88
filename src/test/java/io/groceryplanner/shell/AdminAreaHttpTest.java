package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.security.Users;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.RememberMeServices;
import tools.jackson.databind.ObjectMapper;

/** Who gets what of the admin area from the server, whatever a browser would make of it. */
@IntegrationTest
class AdminAreaHttpTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired ApplicationContext context;
  @Autowired RememberMeServices rememberMe;
  @LocalServerPort int port;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  @ParameterizedTest
  @ValueSource(strings = {"admin", "admin/jobs", "admin/receipts", "admin/audit", "admin/about"})
  void whoIsNotSignedInIsSentToTheDoor(String path) throws Exception {
    var answer = send(HttpRequest.newBuilder(address("/" + path)), "");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin/jobs", "admin/receipts", "admin/audit", "admin/about"})
  void aMemberOfAHouseholdGetsARefusalAndNothingOfThePage(String path) throws Exception {
    var email = Screens.newEmail();
    Screens.found(context, email);

    assertThat(screen(email, path))
        .contains("This is not yours to open")
        .doesNotContain("data-table")
        .doesNotContain("admin-navigation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin/jobs", "admin/receipts", "admin/audit", "admin/about"})
  void anAdminGetsThePage(String path) throws Exception {
    assertThat(screen(Screens.admin(context), path))
        .contains("admin-navigation")
        .doesNotContain("This is not yours to open");
  }

  /** What the server tells a browser to draw there, in the two calls every browser makes. */
  private String screen(String email, String path) throws Exception {
    var start =
        send(
            HttpRequest.newBuilder(address("/?v-r=init&location=" + path + "&query=")),
            rememberMeCookie(email));
    var begun = JSON.readTree(start.body()).get("appConfig");
    var navigation =
        """
        {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [{"type": "event", "node": 1,
         "event": "ui-navigate", "data": {"route": "/%s", "query": "", "appShellTitle": "",
         "historyState": {"idx": 0}, "trigger": ""}}]}
        """
            .formatted(begun.get("uidl").get("Vaadin-Security-Key").asString(), path);
    var drawn =
        send(
            HttpRequest.newBuilder(address("/?v-r=uidl&v-uiId=" + begun.get("v-uiId").asInt()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(navigation)),
            "");
    assertThat(drawn.statusCode()).isEqualTo(200);
    return drawn.body();
  }

  private String rememberMeCookie(String email) {
    var user = context.getBean(Users.class).loadUserByUsername(email);
    var response = new MockHttpServletResponse();
    rememberMe.loginSuccess(
        new MockHttpServletRequest(),
        response,
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    return Objects.requireNonNull(response.getCookie("planner-remember")).getValue();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String remembered)
      throws IOException, InterruptedException {
    if (!remembered.isEmpty()) {
      request.header("Cookie", "planner-remember=" + remembered);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
