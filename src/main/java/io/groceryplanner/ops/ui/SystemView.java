package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.ops.Circuit;
import io.groceryplanner.ops.DegradationHistory;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.FeatureSwitches;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** The state of things on one page: parts, the circuit, what was away lately, and the switches. */
@Route(SystemView.PATH)
@Menu(order = 200, title = "ops.system.title", icon = "status")
@StyleSheet("system.css")
@RolesAllowed(AdminArea.ROLE)
class SystemView extends Div implements HasDynamicTitle {

  static final String PATH = AdminArea.PREFIX + "system";

  SystemView(
      Degradations degradations,
      Circuit circuit,
      DegradationHistory history,
      FeatureSwitches switches,
      CurrentPerson person,
      Clock clock) {
    var zone = person.timeZone();
    var parts = new Div();
    parts.addClassName("parts");
    var cards =
        Arrays.stream(Part.values())
            .map(part -> new PartCard(part, degradations, clock, zone))
            .toList();
    cards.forEach(parts::add);
    LiveState.keep(this, List.of(degradations::subscribe), () -> cards.forEach(PartCard::show));
    var left =
        new Div(new CircuitCard(circuit, clock, zone), new HistoryCard(history, clock, zone));
    left.addClassName("stack");
    var right = new Div(new SwitchesCard(switches, person, clock));
    right.addClassName("stack");
    var columns = new Div(left, right);
    columns.addClassName("columns");
    addClassName("system");
    add(
        new PageHeader(getTranslation("ops.system.title"), getTranslation("ops.system.subtitle")),
        parts,
        columns);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("ops.system.title");
  }
}
