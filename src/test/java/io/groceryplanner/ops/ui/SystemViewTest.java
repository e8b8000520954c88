package io.groceryplanner.ops.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.ai.AiService;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.FeatureSwitches;
import io.groceryplanner.ops.FeatureSwitches.Switch;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SystemViewTest {

  @Autowired ApplicationContext context;
  @Autowired Degradations degradations;
  @Autowired FeatureSwitches switches;
  @Autowired AiService ai;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void allIsWell() {
    Screens.close();
    Arrays.stream(Part.values()).forEach(degradations::clear);
  }

  @Test
  void theBannerComesAndGoesByItselfWithTheTimeAtHomeAndWhatIsAffected() {
    openWithBanner();
    assertThat(text(_get(DegradationBanner.class))).isEmpty();

    degradations.report(Part.AI_SERVICE);
    var since =
        DateTimeFormatter.ofPattern("HH:mm")
            .format(
                degradations
                    .find(Part.AI_SERVICE)
                    .orElseThrow()
                    .since()
                    .atZone(ZoneId.of("Europe/Berlin")));
    eventually(() ->
        assertThat(text(_get(DegradationBanner.class)))
            .contains(
                "The AI service has been away since " + since,
                "Affected: reading receipts, category suggestions, search by meaning.",
                "everything else works"));

    degradations.clear(Part.AI_SERVICE);
    eventually(() -> assertThat(text(_get(DegradationBanner.class))).isEmpty());
  }

  @Test
  void wakingIsNoOutage() {
    openWithBanner();

    degradations.report(Part.AI_SERVICE, Kind.WAKING);

    eventually(() ->
        assertThat(text(_get(DegradationBanner.class)))
            .contains("waking up", "is no fault")
            .doesNotContain("away"));
  }

  @Test
  void membersSeeItOnJustTheAffectedFeatureAndWhatStillWorks() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);
    UI.getCurrent().navigate("receipts");
    assertThat(_find(FeatureNote.class)).isEmpty();

    degradations.report(Part.AI_SERVICE);
    eventually(() ->
        assertThat(text(_get(FeatureNote.class)))
            .contains("Reading is temporarily unavailable", "by hand"));

    degradations.clear(Part.AI_SERVICE);
    eventually(() -> assertThat(_find(FeatureNote.class)).isEmpty());

    degradations.report(Part.AI_SERVICE);
    UI.getCurrent().navigate("pantry");
    assertThat(_find(FeatureNote.class)).as("the pantry needs no AI service").isEmpty();
  }

  @Test
  void thePageShowsPartsTheCircuitAndWhatWasAway() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/system");
    assertThat(_find(PartCard.class)).hasSize(Part.values().length);
    assertThat(text(_get(CircuitCard.class))).contains("Closed", "No failure");

    degradations.report(Part.MAIL);

    eventually(() -> {
      assertThat(text(part(Part.MAIL))).contains("away", "Since", "Affected: receipts by e-mail.");
      assertThat(text(_get(HistoryCard.class))).contains("E-mail", "still away");
    });
    assertThat(text(part(Part.STORAGE))).contains("ok");

    degradations.clear(Part.MAIL);
    eventually(
        () -> assertThat(text(_get(HistoryCard.class))).containsPattern("E-mail.*, for 1?[0-9] s"));
  }

  /** Looks that fail open no circuit, since nobody was kept waiting. */
  @Test
  void failuresAreCountedOnTheOpenPageThoughTheCircuitStaysClosed() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/system");
    assertThat(text(_get(CircuitCard.class))).contains("No failure since");
    try {
      StandInAi.get().beBroken();
      assertThat(ai.answers()).isFalse();
      eventually(() -> assertThat(text(_get(CircuitCard.class))).contains("One failure since"));

      assertThat(ai.answers()).isFalse();
      eventually(() -> assertThat(text(_get(CircuitCard.class))).contains("2 failures since"));
    } finally {
      StandInAi.get().answerAsRecorded();
      assertThat(ai.answers()).isTrue();
    }
    eventually(() -> assertThat(text(_get(CircuitCard.class))).contains("No failure since"));
  }

  @Test
  void whatANewerReleaseWroteDownDoesNotKeepThePageFromOpening() {
    jdbc.sql(
            """
            insert into degradation_episode (replica, part, kind, since, seen_at)
            values ('web', 'TELEPATHY', 'AWAY', now(), now())
            """)
        .update();
    try {
      Screens.openAs(context, Screens.admin(context));
      UI.getCurrent().navigate("admin/system");

      assertThat(text(_get(HistoryCard.class))).doesNotContain("TELEPATHY");
    } finally {
      jdbc.sql("delete from degradation_episode where part = 'TELEPATHY'").update();
    }
  }

  @Test
  void anAdminTurnsASwitchAndItSaysWhoDid() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().navigate("admin/system");
    assertThat(text(_get(SwitchesCard.class))).contains("SEMANTIC_SEARCH_ENABLED");
    try {
      var box = _get(Checkbox.class, spec -> spec.withLabel("Search by meaning"));
      _setValue(box, false);
      await().atMost(Duration.ofSeconds(30)).until(() -> !switches.isOn(Switch.SEMANTIC_SEARCH));
      eventually(() -> assertThat(text(_get(SwitchesCard.class))).contains("Changed by Mara Weiß"));
    } finally {
      _setValue(_get(Checkbox.class, spec -> spec.withLabel("Search by meaning")), true);
      await().atMost(Duration.ofSeconds(30)).until(() -> switches.isOn(Switch.SEMANTIC_SEARCH));
    }
  }

  @Test
  void whoIsNoAdminDoesNotGetThere() {
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);

    UI.getCurrent().navigate("admin/system");

    _assertNone(SystemView.class);
  }

  /** As the main layout has it on every page of an admin. */
  private void openWithBanner() {
    Screens.openAs(context, Screens.admin(context));
    UI.getCurrent().add(context.getBean(DegradationBanners.class).create());
  }

  private static PartCard part(Part part) {
    return _find(PartCard.class).get(part.ordinal());
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }

  private static void eventually(ThrowingRunnable expected) {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          MockVaadin.clientRoundtrip();
          expected.run();
        });
  }
}
