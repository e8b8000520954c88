package io.groceryplanner.storage.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
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

  private static String words() {
    return _get(StorageView.class).getElement().getTextRecursively();
  }
}
