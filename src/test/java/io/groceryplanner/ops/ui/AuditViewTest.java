package io.groceryplanner.ops.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.Statements;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import io.groceryplanner.security.Users;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who did what when, as admins read it. */
@IntegrationTest
class AuditViewTest {

  private static final String SECURITY = "admin/audit?of=security";

  @Autowired ApplicationContext context;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;

  private UserId admin = UserId.create();

  @BeforeEach
  void openAsAdmin() {
    var email = Screens.admin(context);
    admin = new UserId(context.getBean(Users.class).loadUserByUsername(email).id());
    Screens.openAs(context, email);
  }

  @AfterEach
  void close() {
    Screens.close();
  }

  @Test
  void anEntrySaysWhoDidWhatToWhatInWords() {
    audit.write(AuditAct.SWITCH_CHANGED, admin, "SEMANTIC_SEARCH_ENABLED", "on → off");

    Screens.go("admin/audit");

    assertThat(rows().getFirst())
        .contains("Mara Weiß", "Switch turned", "SEMANTIC_SEARCH_ENABLED", "on → off");
  }

  @Test
  void whatConcernsSecurityIsAPartOfItsOwnAndNamesNobody() {
    audit.write(AuditAct.TOKEN_MADE, admin, "token " + UUID.randomUUID(), "");

    Screens.go(SECURITY);

    assertThat(words()).contains("Failed sign-ins:");
    assertThat(rows().getFirst()).contains("Token made", "User " + admin.value());
    assertThat(rows().getFirst()).doesNotContain("Mara");
    Screens.go("admin/audit");
    assertThat(words()).doesNotContain("Token made", "Failed sign-ins:");
  }

  @Test
  void aLongLogIsReadPageByPageWithAsManyStatementsAsAShortOne() {
    audit.write(AuditAct.FILES_CHECKED, admin, "files", "");
    int few = Statements.during(context, () -> Screens.go("admin/audit"));
    for (int i = 0; i < 60; i++) {
      audit.write(AuditAct.JOB_RETRIED, admin, "page-test " + i, "");
    }

    Screens.go("admin/about");
    int many = Statements.during(context, () -> Screens.go("admin/audit"));
    var first = rows();
    Screens.go(further());
    var second = rows();

    assertThat(many).isEqualTo(few).isPositive();
    assertThat(first).hasSize(50).first().asString().contains("page-test 59");
    assertThat(second).first().asString().contains("page-test 9");
  }

  @Test
  void whereNothingIsItSaysWhatWouldStandThere() {
    Screens.go("admin/audit?before=1");
    assertThat(words(_get(EmptyState.class))).contains("Nothing yet", "What admins do");

    Screens.go(SECURITY + "&before=1");
    assertThat(words(_get(EmptyState.class))).contains("Nothing yet", "Tokens made");
  }

  @Test
  void anAddressSomebodyMadeUpShowsTheNewestOfTheAdmins() {
    audit.write(AuditAct.FILES_CHECKED, admin, "made-up", "");

    Screens.go("admin/audit?of=everything&before=yesterday");

    assertThat(rows().getFirst()).contains("made-up");
  }

  @Test
  void whoIsNoAdminIsRefused() {
    Screens.close();
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    Screens.go(SECURITY);

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    assertThat(_find(AuditView.class)).isEmpty();
  }

  private static List<String> rows() {
    return _get(DataTable.class).getBody().getChildren().map(AuditViewTest::words).toList();
  }

  private static String further() {
    return _get(Anchor.class, spec -> spec.withPredicate(link -> link.hasClassName("further")))
        .getHref();
  }

  private static String words() {
    return words(_get(AuditView.class));
  }

  private static String words(com.vaadin.flow.component.Component component) {
    return component.getElement().getTextRecursively();
  }
}
