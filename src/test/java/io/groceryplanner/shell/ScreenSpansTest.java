package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What people do on screens has names. */
@IntegrationTest
class ScreenSpansTest {

  @Autowired ApplicationContext context;
  @Autowired ObservationRegistry observations;
  @Autowired MeterRegistry meters;

  private final List<String> told = new CopyOnWriteArrayList<>();

  /** What is told, in the order in which it ends: what is within comes first. */
  private final class Listening implements ObservationHandler<Observation.Context> {

    @Override
    public boolean supportsContext(Observation.Context told) {
      return true;
    }

    @Override
    public void onStop(Observation.Context ended) {
      var within = observations.getCurrentObservation();
      told.add(
          ended.getContextualName()
              + (within == null ? "" : " < " + within.getContext().getContextualName()));
    }
  }

  @BeforeEach
  void open() {
    observations.observationConfig().observationHandler(new Listening());
    var email = Screens.newEmail();
    Screens.found(context, email);
    Screens.openAs(context, email);
  }

  @AfterEach
  void close() {
    Screens.close();
  }

  @Test
  void aViewThatIsOpenedIsToldByItsNameWithItsStatements() {
    UI.getCurrent().navigate("pantry");

    assertThat(told).contains("view PantryView", "query < view PantryView");
    assertThat(observations.getCurrentObservation()).as("nothing is left open").isNull();
    assertThat(
            meters
                .get("grocery_planner.view.duration")
                .tags("view", "PantryView", "kind", "navigation")
                .timer()
                .count())
        .isPositive();
  }

  @Test
  void anEventIsToldByViewComponentAndEvent() throws Exception {
    UI.getCurrent().navigate("pantry");
    var button =
        new Button(
            "Look",
            _ ->
                Observation.createNotStarted("looked", observations)
                    .contextualName("looked")
                    .observe(() -> {}));
    LocatorJ._get(UI.getCurrent().getCurrentView().getClass())
        .getElement()
        .appendChild(button.getElement());
    Screens.tell(button, "click");

    assertThat(told).contains("looked < PantryView Button click", "PantryView Button click");
    assertThat(observations.getCurrentObservation()).isNull();
  }

  @Test
  void whatABrowserMakesUpIsNotAName() throws Exception {
    UI.getCurrent().navigate("pantry");
    Screens.tell(UI.getCurrent(), "quumbat@example.org 1");

    assertThat(told).noneMatch(name -> name.contains("quumbat"));
  }

  @Test
  void anAddressThatSendsOnElsewhereLeavesNothingOpen() {
    Screens.close();
    Screens.open(context);
    try {
      UI.getCurrent().navigate("pantry");
    } catch (RuntimeException e) {
      // Karibu says so when nobody is signed in.
      assertThat(e).isNotNull();
    }
    UI.getCurrent().navigate("login");

    assertThat(told).contains("view LoginView");
    assertThat(observations.getCurrentObservation()).isNull();
  }
}
