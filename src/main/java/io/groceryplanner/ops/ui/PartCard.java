package io.groceryplanner.ops.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.groceryplanner.base.ui.Badge;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.base.ui.Tone;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Kind;
import io.groceryplanner.ops.Degradations.Part;
import java.time.Clock;
import java.time.ZoneId;

/** How one part is: in a word, and while it is away since when and what that affects. */
class PartCard extends Card {

  private final transient Degradations degradations;
  private final transient Clock clock;
  private final Part part;
  private final ZoneId zone;

  PartCard(Part part, Degradations degradations, Clock clock, ZoneId zone) {
    this.part = part;
    this.degradations = degradations;
    this.clock = clock;
    this.zone = zone;
    addClassName("part");
    show();
  }

  final void show() {
    var degradation = degradations.find(part);
    var kind = degradation.map(Degradations.Degradation::kind);
    var text = new PartText(this, part);
    removeAll();
    var head = new Div(new Icon(text.symbol()), badge(kind.orElse(null)));
    head.addClassName("part-head");
    var words =
        degradation
            .map(found ->
                getTranslation(
                        "ops.system.since",
                        ClockText.minute(found.since(), clock.instant(), zone, getLocale()))
                    + " "
                    + text.affected())
            .orElseGet(() -> getTranslation("ops.system.works"));
    var line = new Paragraph(words);
    line.addClassNames("small", "muted");
    add(head, new H2(text.name()), line);
  }

  private Badge badge(@org.jspecify.annotations.Nullable Kind kind) {
    if (kind == null) {
      return new Badge(Tone.GOOD, Symbol.CHECK, getTranslation("ops.system.ok"));
    }
    return switch (kind) {
      case AWAY -> new Badge(Tone.TODAY, Symbol.WARN, getTranslation("ops.system.away"));
      case WAKING -> new Badge(Tone.WAIT, Symbol.CLOCK, getTranslation("ops.system.waking"));
    };
  }
}
