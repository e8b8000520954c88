package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.Statements;
import io.groceryplanner.TestDatabase;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.household.SignUp.SignUpResult.SignedUp;
import io.groceryplanner.receipts.ReceiptBacklog;
import io.groceryplanner.receipts.ReceiptBacklog.Failed;
import io.groceryplanner.receipts.ReceiptReview;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody's receipts by stage and condition, as admins see them. */
@IntegrationTest
class ReceiptBacklogViewTest {

  private static final String PATH = "admin/receipts";
  private static final String PHOTO = "receipts/lindenhof-creased.jpg";

  @Autowired ApplicationContext context;
  @Autowired ReceiptBacklog backlog;
  @Autowired ReceiptReview review;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private SignedUp family = new SignedUp(UserId.create(), HouseholdId.create());

  @BeforeEach
  void openAsAdmin() {
    forgetReceipts();
    family = Screens.found(context, Screens.newEmail());
    Screens.openAs(context, Screens.admin(context));
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
  }

  @AfterEach
  void close() {
    Screens.close();
    StandInAi.get().answerAsRecorded();
    forgetReceipts();
  }

  /** Those that other tests left behind, too: this page is about everybody's. */
  private void forgetReceipts() {
    var environment = TestDatabase.get().environment();
    try (var connection =
            DriverManager.getConnection(
                TestDatabase.get().jdbcUrl(),
                environment.get("DATABASE_OWNER_USERNAME"),
                environment.get("DATABASE_OWNER_PASSWORD"));
        var statement = connection.createStatement()) {
      statement.execute("delete from receipt where stage <> 'CONFIRMED'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFailedReceiptIsShownByItsIdAndReasonAndNobodysWords() {
    var failed = failedReceipt();

    Screens.go(PATH);

    assertThat(rows(failures()))
        .singleElement()
        .asString()
        .contains(failed.receipt().toString(), failed.household().toString(), "no_text_found")
        .doesNotContain("lindenhof");
    assertThat(rows(stages()))
        .as("stage by stage, without what is put away")
        .hasSize(4)
        .first()
        .asString()
        .contains("Sent, to be read");
    assertThat(link("Its jobs")).endsWith("about=" + failed.subject());
  }

  @Test
  void triedAgainItIsOnItsWayAndTheEmptyListSaysThatAllIsWell() {
    failedReceipt();
    Screens.go(PATH);
    StandInAi.get().answerAsRecorded();

    _click(button("Try again"));

    assertThat(text(getNotifications().getLast())).contains("on its way again");
    assertThat(text(_get(EmptyState.class))).contains("No receipt has failed");
    _assertNone(Button.class, spec -> spec.withText("Try all again"));
  }

  @Test
  void whatSomebodyElseTriedAgainFirstIsRefusedInWords() {
    var failed = failedReceipt();
    Screens.go(PATH);
    StandInAi.get().answerAsRecorded();
    assertThat(review.retry(failed.household(), failed.receipt())).isTrue();

    _click(button("Try again"));

    assertThat(text(getNotifications().getLast())).contains("does not stand as failed any more");
    assertThat(text(_get(EmptyState.class))).contains("No receipt has failed");
  }

  @Test
  void whatFailsMeanwhileShowsByItself() {
    Screens.go(PATH);
    assertThat(_find(EmptyState.class)).hasSize(1);
    var failed = failedReceipt();

    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

    assertThat(rows(failures())).singleElement().asString().contains(failed.receipt().toString());
  }

  @Test
  void aLongListIsReadPageByPageWithAsManyStatementsAsAShortOne() {
    var one = failedReceipt();
    int few = Statements.during(context, () -> Screens.go(PATH));
    copy(one, 54);

    Screens.go("admin/about");
    int many = Statements.during(context, () -> Screens.go(PATH));
    assertThat(many).isEqualTo(few).isPositive();
    assertThat(rows(failures())).hasSize(50);

    Screens.go(link("Next page"));
    assertThat(rows(failures())).hasSize(5);
    assertThat(_find(Button.class, spec -> spec.withText("Try all again"))).hasSize(1);
  }

  @Test
  void whereAllOfAPageAreOnTheirWayTheFirstPageIsShown() {
    copy(failedReceipt(), 54);
    Screens.go(PATH);
    Screens.go(link("Next page"));
    StandInAi.get().answerAsRecorded();
    var onThisPage = rows(failures()).size();

    for (int i = 0; i < onThisPage; i++) {
      _click(_find(Button.class, spec -> spec.withText("Try again")).getFirst());
    }

    assertThat(rows(failures())).hasSize(50);
  }

  @Test
  void whoIsNoAdminIsRefused() {
    Screens.close();
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    Screens.go(PATH);

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    _assertNone(ReceiptBacklogView.class);
  }

  private Failed failedReceipt() {
    var id = ReceiptScreens.send(context, family.household(), family.user(), PHOTO);
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                backlog.listFailed(null, 50).items().stream()
                    .filter(each -> each.receipt().equals(id))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  /** More like it, a second older each. */
  private void copy(Failed one, int times) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("select set_config('app.household_id', ?, true)")
          .param(one.household().toString())
          .query(row -> {});
      for (int i = 1; i <= times; i++) {
        jdbc.sql(
                """
                insert into receipt (household_id, id, stage, condition, failure, content_hash,
                  original_file, shown_file, media_type, file_name, byte_size, uploaded_by,
                  uploaded_at, changed_at)
                select household_id, ?, stage, condition, failure, content_hash, original_file,
                  shown_file, media_type, file_name, byte_size, uploaded_by, uploaded_at,
                  changed_at - ? * interval '1 second'
                from receipt where id = ?
                """)
            .params(UUID.randomUUID(), i, one.receipt().value())
            .update();
      }
    });
  }

  private static DataTable<?> stages() {
    return _find(DataTable.class).getFirst();
  }

  private static DataTable<?> failures() {
    return _find(DataTable.class).getLast();
  }

  private static List<String> rows(DataTable<?> table) {
    return table.getBody().getChildren().map(ReceiptScreens::text).toList();
  }

  private static Button button(String words) {
    return _get(Button.class, spec -> spec.withText(words));
  }

  private static String link(String words) {
    return _get(Anchor.class, spec -> spec.withPredicate(link -> text(link).equals(words)))
        .getHref();
  }
}
