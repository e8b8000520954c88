package io.groceryplanner.jobs.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableRow;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.jobs.StoredJobs;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class JobsViewTest {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private String task = "";

  @BeforeEach
  void openAsAdmin() {
    task = StoredJobs.ofANewTask(jdbc).task();
    Screens.openAs(context, Screens.admin(context));
  }

  @AfterEach
  void close() {
    Screens.close();
    stored().clear();
  }

  private StoredJobs stored() {
    return new StoredJobs(jdbc, task);
  }

  @Test
  void theAddressSaysWhichJobsAreShown() {
    var failing = stored().put(clock.instant().plusSeconds(3600), 2);
    var waiting = stored().put(clock.instant().plusSeconds(3600), 0);

    Screens.go("admin/jobs?task=" + task + "&state=failing");
    assertThat(words(_get(JobList.class))).contains(failing).doesNotContain(waiting);

    Screens.go("admin/jobs?task=" + task);
    assertThat(words(_get(JobList.class))).contains(failing, waiting);
  }

  @Test
  void whatCameMeanwhileShowsByItself() {
    Screens.go("admin/jobs?task=" + task);
    assertThat(_find(_get(JobList.class), EmptyState.class)).hasSize(1);
    var late = stored().put(clock.instant().plusSeconds(3600), 0);

    com.vaadin.flow.component.ComponentUtil.fireEvent(
        UI.getCurrent(), new com.vaadin.flow.component.PollEvent(UI.getCurrent(), true));

    assertThat(words(_get(JobList.class))).contains(late);
  }

  @Test
  void aCancelledJobComesBackByUndo() {
    var subject = stored().put(clock.instant().plus(Duration.ofHours(1)), 0);
    Screens.go("admin/jobs?task=" + task);

    _click(button("Cancel"));
    assertThat(stored().has(subject)).isFalse();
    assertThat(_find(_get(JobList.class), EmptyState.class)).hasSize(1);

    _click(_get(getNotifications().getLast(), Button.class, spec -> spec.withText("Undo")));
    assertThat(stored().has(subject)).isTrue();
    assertThat(words(_get(JobList.class))).contains(subject);
  }

  @Test
  void aLongListHasAnAddressForEachPage() {
    for (int i = 0; i < 60; i++) {
      stored().put(clock.instant().plusSeconds(3600 + i), 0);
    }
    Screens.go("admin/jobs?task=" + task);
    assertThat(rows()).hasSize(50);
    var next = _get(Anchor.class, spec -> spec.withPredicate(link -> link.hasClassName("further")));

    Screens.go(next.getHref());

    assertThat(rows()).hasSize(10);
  }

  private List<NativeTableRow> rows() {
    return _find(_get(JobList.class), NativeTableRow.class).stream()
        .filter(row -> row.getElement().getChild(0).getTag().equals("td"))
        .toList();
  }

  private static Button button(String text) {
    return _get(_get(JobList.class), Button.class, spec -> spec.withText(text));
  }

  private static String words(com.vaadin.flow.component.Component component) {
    return component.getElement().getTextRecursively();
  }
}
