package io.groceryplanner.storage.ui;

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
import io.groceryplanner.storage.FileAudit;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class StorageViewTest {

  private static final String AUDIT_TASK = "file-audit";

  @Autowired ApplicationContext context;
  @Autowired FileAudit audit;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  @AfterEach
  void close() {
    Screens.close();
  }

  @Test
  void aCheckByHandShowsItsReportWithoutAReload() {
    jdbc.sql("delete from file_audit").update();
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/storage");
    assertThat(words()).contains("Not checked yet").contains("files");
    var begun = clock.instant();

    _click(_get(Button.class, spec -> spec.withText("Check now")));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            audit.findLatest().filter(found -> !found.checkedAt().isBefore(begun)).isPresent());
    ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));

    assertThat(words()).contains("Checked").doesNotContain("Not checked yet");
  }

  @Test
  void aCheckThatIsUnderWayIsNotBegunAgain() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/storage");
    jdbc.sql("update scheduled_tasks set picked = true, last_heartbeat = now() where task_name = ?")
        .param(AUDIT_TASK)
        .update();
    try {
      _click(_get(Button.class, spec -> spec.withText("Check now")));

      assertThat(getNotifications().getLast().getElement().getTextRecursively())
          .contains("The check runs already");
    } finally {
      jdbc.sql("update scheduled_tasks set picked = false, picked_by = null where task_name = ?")
          .param(AUDIT_TASK)
          .update();
    }
  }

  @Test
  void whoIsNoAdminIsRefused() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    UI.getCurrent().navigate("admin/storage");

    assertThat(_get(H1.class).getText()).isEqualTo("This is not yours to open");
    assertThat(_find(StorageView.class)).isEmpty();
  }

  private static String words() {
    return _get(StorageView.class).getElement().getTextRecursively();
  }
}
