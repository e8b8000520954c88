package io.groceryplanner.ops.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.TestDatabase;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.ops.Installation;
import io.groceryplanner.ops.Installation.Setting;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

@IntegrationTest
class AboutViewTest {

  @Autowired ApplicationContext context;
  @Autowired Installation installation;

  @AfterEach
  void close() {
    Screens.close();
  }

  @Test
  void secretsAreSaidToBeSetAndNeverShown() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/about");
    var words = _get(AboutView.class).getElement().getTextRecursively();

    for (var name : new String[] {"DATABASE_URL", "DATABASE_PASSWORD", "ADMIN_EMAILS"}) {
      assertThat(setting(name)).satisfies(it -> assertThat(it.isSet()).isTrue());
      assertThat(setting(name).value()).as(name).isEmpty();
    }
    assertThat(words).contains("DATABASE_PASSWORD");
    assertThat(words).doesNotContain("admin@example.org");
    assertThat(words)
        .doesNotContain(TestDatabase.get().environment().get("DATABASE_PASSWORD"))
        .doesNotContain("jdbc:");
  }

  @Test
  void eachSettingIsARowWithItsValueAndWhoSetIt() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/about");

    assertThat(_get(DataTable.class).getBody().getChildren())
        .extracting(row -> row.getElement().getTextRecursively())
        .hasSameSizeAs(installation.settings())
        .contains("ADMIN_EMAILSSetEnvironment", "AZURE_CLIENT_IDNot setDefault")
        .anyMatch(row -> row.matches("PLANNER_DATA/.+Environment"));
  }

  @Test
  void whoIsNoAdminIsRefused() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    UI.getCurrent().navigate("admin/about");

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    assertThat(_find(AboutView.class)).isEmpty();
  }

  @Test
  void theDatabaseSaysWhatItIs() {
    var database = installation.database();

    assertThat(database.version()).startsWith("16.");
    assertThat(database.vectors()).as("the embedded one has no pgvector").isEmpty();
  }

  @Test
  void whatIsNotSecretIsShownWithItsSource() {
    assertThat(setting("PLANNER_DATA").value()).isPresent();
    assertThat(setting("PLANNER_DATA").source()).isPresent();
    assertThat(setting("MAIL_INTAKE_PASSWORD").isSet()).isFalse();
  }

  @Test
  void everySettingThatCanBeMadeIsInTheList() throws IOException {
    var settings = new ClassPathResource("application.yaml").getContentAsString(UTF_8);
    var names = Pattern.compile("\\$\\{([A-Z_]+)").matcher(settings).results();

    assertThat(installation.settings())
        .extracting(Setting::name)
        .containsAll(names.map(found -> found.group(1)).distinct().toList());
  }

  private Setting setting(String name) {
    return installation.settings().stream()
        .filter(each -> each.name().equals(name))
        .findAny()
        .orElseThrow();
  }
}
