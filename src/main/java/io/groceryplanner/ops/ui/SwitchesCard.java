package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.CurrentPerson;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Toast;
import io.groceryplanner.ops.FeatureSwitches;
import io.groceryplanner.ops.FeatureSwitches.Change;
import io.groceryplanner.ops.FeatureSwitches.Setting;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The switches, with who changed each last and when. */
class SwitchesCard extends Card {

  private final transient FeatureSwitches switches;
  private final transient CurrentPerson person;
  private final transient Clock clock;
  private final ZoneId zone;
  private final Div rows = new Div();

  SwitchesCard(FeatureSwitches switches, CurrentPerson person, Clock clock) {
    this.switches = switches;
    this.person = person;
    this.clock = clock;
    this.zone = person.timeZone();
    var effect = new Paragraph(getTranslation("ops.switches.effect"));
    effect.addClassNames("small", "muted");
    rows.addClassName("switches");
    add(head(getTranslation("ops.switches.title")), rows, effect);
    LiveState.keep(this, List.of(switches::subscribe), this::show);
  }

  private void show() {
    rows.removeAll();
    switches.list().forEach(setting -> rows.add(row(setting)));
  }

  private Div row(Setting setting) {
    var key = "ops.switch." + setting.which().name().toLowerCase(Locale.ROOT);
    var box = new Checkbox(getTranslation(key), setting.on());
    box.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        turn(setting, change.getValue());
      }
    });
    var what = new Paragraph(getTranslation(key + ".what"));
    what.addClassNames("small", "muted");
    var changed =
        new Span(setting.change().map(this::say).orElse(getTranslation("ops.switch.default")));
    changed.addClassNames("small", "muted");
    var row = new Div(box, what, new Code(setting.which().environmentName()), changed);
    row.addClassName("switch");
    return row;
  }

  private void turn(Setting setting, boolean on) {
    try {
      switches.turn(setting.which(), on, person.userId());
    } catch (RuntimeException e) {
      // Whatever went wrong, the box must stand as the switch does.
      show();
      throw e;
    }
    var name = getTranslation("ops.switch." + setting.which().name().toLowerCase(Locale.ROOT));
    Toast.show(
        getTranslation(on ? "ops.switch.turned-on" : "ops.switch.turned-off", name),
        () -> switches.turn(setting.which(), !on, person.userId()));
  }

  private String say(Change change) {
    var at = ClockText.minute(change.at(), clock.instant(), zone, getLocale());
    return change
        .by()
        .map(by -> getTranslation("ops.switch.changed-by", by, at))
        .orElseGet(() -> getTranslation("ops.switch.changed", at));
  }
}
