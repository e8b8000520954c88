package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.ScreenOverHttp;
import io.groceryplanner.Screens;
import io.groceryplanner.security.Users;
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

/** Who gets what of the admin area from the server, whatever a browser would make of it. */
@IntegrationTest
class AdminAreaHttpTest {

  @Autowired ApplicationContext context;
  @Autowired RememberMeServices rememberMe;
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(strings = {"admin", "admin/jobs", "admin/receipts", "admin/audit", "admin/about"})
  void whoIsNotSignedInIsSentToTheDoor(String path) throws Exception {
    var answer = new ScreenOverHttp(port).get(path);

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

  private String screen(String email, String path) throws Exception {
    return new ScreenOverHttp(port).open(path, rememberMeCookie(email));
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
}
