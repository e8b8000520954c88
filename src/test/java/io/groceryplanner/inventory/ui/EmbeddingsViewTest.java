package io.groceryplanner.inventory.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.Statements;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.inventory.BackfillState;
import io.groceryplanner.inventory.EmbeddingBackfill;
import io.groceryplanner.ops.AuditAct;
import io.groceryplanner.ops.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The backfill of vectors, as admins see and steer it. */
@IntegrationTest
class EmbeddingsViewTest {

  private static final String PATH = "admin/embeddings";

  @Autowired ApplicationContext context;
  @Autowired EmbeddingBackfill backfill;
  @Autowired AuditLog audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private final UserId somebodyElse = UserId.create();
  private HouseholdId household = HouseholdId.create();

  @BeforeEach
  void openAsAdmin() {
    // So that one that was started stays under way until the test wants otherwise.
    StandInAi.get().beBusy();
    jdbc.sql("delete from embedding_backfill").update();
    household = Screens.found(context, Screens.newEmail()).household();
    item("Milch");
    Screens.openAs(context, Screens.admin(context));
  }

  @AfterEach
  void close() {
    Screens.close();
    backfill.stop(somebodyElse);
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void itemsAreCountedByTheirModelAndNoneOfThemIsNamed() {
    Screens.go(PATH);

    assertThat(words()).contains("No vector", "Missing").doesNotContain("Milch");
    assertThat(words(_get(EmptyState.class))).contains("Never started");
  }

  @Test
  void oneIsStartedStoppedAndResumed() {
    Screens.go(PATH);

    _click(button("Start"));
    assertThat(words()).contains("Running");
    _assertNone(Button.class, spec -> spec.withText("Start"));

    _click(button("Stop"));
    assertThat(words()).contains("Stopped");

    _click(button("Resume"));
    assertThat(words()).contains("Running");
    assertThat(getNotifications()).isEmpty();
  }

  @Test
  void whatSomebodyElseDidFirstIsSaidAndTheLogKeepsOneActOnly() {
    backfill.start(somebodyElse);
    Screens.go(PATH);
    backfill.stop(somebodyElse);

    _click(button("Stop"));

    assertThat(words(getNotifications().getLast())).contains("Somebody else was faster");
    assertThat(words()).contains("Stopped");
    assertThat(audit.list(AuditAct.Area.ADMINISTRATION, null, 2).items())
        .first()
        .satisfies(entry -> {
          assertThat(entry.act()).isEqualTo(AuditAct.BACKFILL_STOPPED);
          assertThat(entry.actor()).contains(somebodyElse);
        });
  }

  @Test
  void aSecondStartLeavesTheFirstOneWhereItIs() {
    Screens.go(PATH);
    assertThat(backfill.start(somebodyElse)).isTrue();
    var begun = backfill.findLatest().map(BackfillState.Run::begunAt);

    _click(button("Start"));

    assertThat(words(getNotifications().getLast())).contains("Somebody else was faster");
    assertThat(backfill.findLatest().map(BackfillState.Run::begunAt)).isEqualTo(begun);
  }

  @Test
  void itsProgressShowsByItself() {
    Screens.go(PATH);
    StandInAi.get().answerAsRecorded();
    StandInAi.get().embedEachText();
    _click(button("Start"));

    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
          assertThat(words()).contains("Done", "Current");
        });
  }

  @Test
  void manyItemsAreCountedByTheDatabase() {
    int few = Statements.during(context, () -> Screens.go(PATH));
    for (int i = 0; i < 40; i++) {
      item("Brot " + i);
    }
    Screens.go("admin/about");

    assertThat(Statements.during(context, () -> Screens.go(PATH))).isEqualTo(few).isPositive();
  }

  @Test
  void whoIsNoAdminIsRefused() {
    Screens.close();
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    Screens.go(PATH);

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    assertThat(_find(EmbeddingsView.class)).isEmpty();
  }

  private void item(String name) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("select set_config('app.household_id', ?, true)")
          .param(household.toString())
          .query(row -> {});
      jdbc.sql(
              """
              insert into item (household_id, id, name, name_key, created_at)
              values (?, ?, ?, ?, ?)
              """)
          .params(household.value(), UUID.randomUUID(), name, name.toLowerCase(Locale.ROOT))
          .param(clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    });
  }

  private static Button button(String text) {
    return _get(Button.class, spec -> spec.withText(text));
  }

  private static String words() {
    return words(_get(EmbeddingsView.class));
  }

  private static String words(com.vaadin.flow.component.Component component) {
    return component.getElement().getTextRecursively();
  }
}
