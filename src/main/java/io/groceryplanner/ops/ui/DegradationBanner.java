package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Degradation;
import io.groceryplanner.ops.Degradations.Kind;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * Says what is away, since when, what that affects and what still works; comes and goes without a
 * reload.
 */
class DegradationBanner extends Div {

  private final transient Degradations degradations;
  private final transient Clock clock;
  private final ZoneId zone;

  DegradationBanner(Degradations degradations, Clock clock, ZoneId zone) {
    this.degradations = degradations;
    this.clock = clock;
    this.zone = zone;
    addClassName("degradations");
    getElement().setAttribute("role", "status");
    LiveState.keep(this, List.of(degradations::subscribe), this::show);
  }

  private void show() {
    removeAll();
    degradations.list().forEach(degradation -> add(note(degradation)));
  }

  private Div note(Degradation degradation) {
    boolean wakes = degradation.kind() == Kind.WAKING;
    var part = new PartText(this, degradation.part());
    var since = ClockText.minute(degradation.since(), clock.instant(), zone, getLocale());
    var title = new Span(wakes ? part.waking(since) : part.away(since));
    title.addClassName("name");
    var details = new Paragraph(part.affected() + " " + part.works());
    var words = new Div(title, details);
    words.addClassName("text");
    var more = new Anchor(SystemView.PATH, getTranslation("ops.banner.more"));
    var note = new Div(new Icon(wakes ? Symbol.CLOCK : Symbol.WARN), words, more);
    note.addClassNames("note", wakes ? "wait" : "soon");
    return note;
  }
}
