package io.groceryplanner.jobs.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.Statements;
import io.groceryplanner.base.ui.DataTable;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.jobs.StoredJobs;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How runs of jobs ended, as admins read it. */
@IntegrationTest
class JobHistoryViewTest {

  private static final String FAILURE = "java.io.UncheckedIOException ← java.io.IOException";

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final String subject = "of this test & " + UUID.randomUUID();
  private String task = "";

  @BeforeEach
  void openAsAdmin() {
    task = StoredJobs.ofANewTask(jdbc).task();
    Screens.openAs(context, Screens.admin(context));
  }

  @AfterEach
  void close() {
    Screens.close();
    new StoredJobs(jdbc, task).clear();
  }

  @Test
  void failuresComeFirstAndByTheirClassAlone() {
    ended(null);
    ended(FAILURE);

    Screens.go("admin/jobs/history");

    assertThat(rows().getFirst()).contains(task, subject, "Failed", FAILURE, "1.5 s");
    assertThat(words()).doesNotContain("Done");
  }

  @Test
  void allRunsAreOneLinkAway() {
    ended(FAILURE);
    ended(null);
    Screens.go("admin/jobs/history");

    Screens.go(link("All"));

    assertThat(rows().stream().filter(row -> row.contains(task)))
        .satisfiesExactly(
            row -> assertThat(row).contains("Done"), row -> assertThat(row).contains("Failed"));
  }

  @Test
  void theRunsAboutOneThingAreShownAloneAndTheWayBackBesideThem() {
    ended(null);
    ended(FAILURE);
    Screens.go(about());
    assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row).contains(subject));

    Screens.go(link("Failed"));
    assertThat(rows()).as("still about it alone").singleElement().asString().contains(FAILURE);

    Screens.go(link("About one thing only: show everything"));
    assertThat(_find(Anchor.class, spec -> spec.withPredicate(a -> a.getHref().contains("about="))))
        .isEmpty();
  }

  @Test
  void aLongHistoryIsReadPageByPageWithAsManyStatementsAsAShortOne() {
    ended(FAILURE);
    int few = Statements.during(context, () -> Screens.go(about()));
    for (int i = 0; i < 59; i++) {
      ended(i % 2 == 0 ? FAILURE : null);
    }

    Screens.go("admin/about");
    int many = Statements.during(context, () -> Screens.go(about()));
    assertThat(many).isEqualTo(few).isPositive();
    assertThat(rows()).hasSize(50);
    Screens.go(link("Next page"));
    assertThat(rows()).hasSize(10);
  }

  @Test
  void whereNothingHasFailedItSaysSo() {
    ended(null);

    Screens.go("admin/jobs/history?about=" + encoded());
    assertThat(words(_get(EmptyState.class))).contains("Nothing has failed");

    Screens.go("admin/jobs/history?show=all&about=nobody-knows");
    assertThat(words(_get(EmptyState.class))).contains("Nothing has run yet");
  }

  @Test
  void whoIsNoAdminIsRefused() {
    Screens.close();
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    Screens.go("admin/jobs/history");

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    assertThat(_find(JobHistoryView.class)).isEmpty();
  }

  private void ended(@Nullable String failure) {
    var now = clock.instant();
    jdbc.sql(
            """
            insert into job_run (task_name, task_instance, started_at, ended_at, failure)
            values (?, ?, ?, ?, ?)
            """)
        .params(task, subject)
        .param(now.minus(Duration.ofMillis(1500)).atOffset(ZoneOffset.UTC))
        .param(now.atOffset(ZoneOffset.UTC))
        .param(failure)
        .update();
  }

  private String about() {
    return "admin/jobs/history?show=all&about=" + encoded();
  }

  private String encoded() {
    return URLEncoder.encode(subject, UTF_8);
  }

  private static String link(String text) {
    return _get(Anchor.class, spec -> spec.withPredicate(link -> words(link).equals(text)))
        .getHref();
  }

  private static List<String> rows() {
    return _get(DataTable.class).getBody().getChildren().map(JobHistoryViewTest::words).toList();
  }

  private static String words() {
    return words(_get(JobHistoryView.class));
  }

  private static String words(Component component) {
    return component.getElement().getTextRecursively();
  }
}
