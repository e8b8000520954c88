package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.ScreenOverHttp;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.TestDatabase;
import io.groceryplanner.drafts.Drafts;
import io.groceryplanner.receipts.ServerProcess;
import io.groceryplanner.security.Users;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;

/** A replica of its own that is told to stop, with a screen open over plain HTTP. */
@IntegrationTest
class FarewellTest {

  private static final String SECRET = "of this test";
  private static final String FORM = "receipt-text";
  private static final Pattern TEXT_AREA =
      Pattern.compile("\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",[^}]*\"vaadin-text-area\"");

  @Autowired ApplicationContext context;
  @Autowired Drafts drafts;
  @TempDir Path folder;

  @Test
  void whatWasTypedInTheLastMomentIsKeptBeforeTheReplicaGoes() throws Exception {
    var email = Screens.newEmail();
    var person = Screens.found(context, email);
    // The form then opens by itself.
    drafts.keep(person.household(), person.user(), FORM, Map.of("text", "Corner"));
    var replica = ServerProcess.web(environment(), folder.resolve("web.log"));
    try {
      var screen = new ScreenOverHttp(replica.port());
      var drawn = TEXT_AREA.matcher(screen.open("receipts", rememberMeCookie(email)));
      assertThat(drawn.find()).isTrue();
      var heard = screen.listen();

      var stopped = CompletableFuture.supplyAsync(replica::stop);
      await().atMost(Duration.ofSeconds(20)).until(() -> heard.indexOf("last-words") >= 0);
      screen.say(
          """
          {"type": "mSync", "node": %s, "feature": 1, "property": "value", "value": "Corner shop"},
          {"type": "event", "node": 1, "event": "last-words", "data": {}}
          """
              .formatted(drawn.group(1)));

      assertThat(stopped.get()).isLessThan(Duration.ofSeconds(60));
      assertThat(drafts.find(person.household(), person.user(), FORM))
          .contains(Map.of("text", "Corner shop"));
      assertThat(folder.resolve("web.log"))
          .content()
          .contains("1 open screens were told that this replica goes, and 1 answered");
    } finally {
      replica.kill();
    }
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(TestDatabase.get().environment());
    environment.put("PLANNER_DATA", folder.toString());
    environment.put("AI_SERVICE_URL", StandInAi.get().url());
    environment.put("APP_SECRET", SECRET);
    return environment;
  }

  private String rememberMeCookie(String email) {
    var users = context.getBean(Users.class);
    var user = users.loadUserByUsername(email);
    var services = new TokenBasedRememberMeServices(SECRET, users);
    services.setAlwaysRemember(true);
    services.setCookieName("planner-remember");
    var response = new MockHttpServletResponse();
    services.loginSuccess(
        new MockHttpServletRequest(),
        response,
        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    return Objects.requireNonNull(response.getCookie("planner-remember")).getValue();
  }
}
