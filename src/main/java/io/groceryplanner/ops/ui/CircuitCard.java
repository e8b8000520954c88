package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.ops.Circuit;
import io.groceryplanner.ops.Circuit.State;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The circuit to ai-service, of the replica that shows this page. */
class CircuitCard extends Card {

  private final transient Circuit circuit;
  private final transient Clock clock;
  private final ZoneId zone;
  private final OrderedList states = new OrderedList();
  private final Paragraph now = new Paragraph();
  private @Nullable State shown;

  CircuitCard(Circuit circuit, Clock clock, ZoneId zone) {
    this.circuit = circuit;
    this.clock = clock;
    this.zone = zone;
    var rule = new Span(getTranslation("ops.circuit.rule"));
    rule.addClassNames("small", "muted");
    states.addClassName("circuit");
    now.addClassName("small");
    add(head(getTranslation("ops.circuit.title"), rule), states, now);
    LiveState.keep(this, List.of(circuit::subscribe), this::show);
  }

  private void show() {
    var current = circuit.state();
    if (current != shown) {
      shown = current;
      states.removeAll();
      Arrays.stream(State.values()).forEach(state -> states.add(box(state, state == current)));
    }
    var failures = getTranslation("ops.circuit.failures", circuit.failuresInARow());
    now.setText(
        circuit
            .nextProbe()
            .map(at -> ClockText.second(at, clock.instant(), zone, getLocale()))
            .map(at -> failures + " " + getTranslation("ops.circuit.next", at))
            .orElse(failures));
  }

  private ListItem box(State state, boolean isCurrent) {
    var key = "ops.circuit." + state.name().toLowerCase(Locale.ROOT);
    var name = new Span(getTranslation(key));
    name.addClassName("name");
    var what = new Span(getTranslation(key + ".what"));
    what.addClassName("small");
    var box = new ListItem(name, what);
    box.setClassName("away", state != State.CLOSED);
    if (isCurrent) {
      box.getElement().setAttribute("aria-current", "true");
    }
    return box;
  }
}
