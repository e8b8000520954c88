package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A sentence about just the thing it stands on: waiting, degraded or wrong, with what to do. */
public class InlineNote extends Div {

  public InlineNote(Tone tone, String text, Component... actions) {
    addClassNames("note", tone.className());
    getElement().setAttribute("role", tone == Tone.WRONG || tone == Tone.GONE ? "alert" : "status");
    var words = new Span(text);
    words.addClassName("text");
    add(new Icon(symbolOf(tone)), words);
    add(actions);
  }

  private static Symbol symbolOf(Tone tone) {
    return switch (tone) {
      case GONE, WRONG, TODAY, SOON -> Symbol.WARN;
      case GOOD -> Symbol.CHECK;
      case WAIT -> Symbol.CLOCK;
      case PLAIN -> Symbol.INFO;
    };
  }
}
