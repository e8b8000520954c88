package io.groceryplanner.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.FaultNumber;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;

/** The parts error pages are made of: what happened, what is kept, what to do. */
final class ErrorCard {

  private ErrorCard() {}

  static Component[] of(String titleKey, String textKey, Component... after) {
    var parts = new Component[after.length + 2];
    parts[0] = new H1(say(titleKey));
    parts[1] = new Paragraph(say(textKey));
    System.arraycopy(after, 0, parts, 2, after.length);
    return parts;
  }

  static Div actions(Component... actions) {
    var row = new Div(actions);
    row.addClassName("actions");
    return row;
  }

  static Button again() {
    var button =
        new Button(
            say("shell.try-again"),
            new Icon(Symbol.RETRY),
            click -> UI.getCurrent().getPage().reload());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  static Anchor toStart() {
    var link = new Anchor(".", say("shell.to-start"));
    link.addClassName("button");
    link.setRouterIgnore(true);
    return link;
  }

  static Paragraph quote(FaultNumber number) {
    var value = new Span(number.value());
    value.addClassName("quote");
    var line = new Paragraph(new Span(say("shell.fault.quote")), new Span(" "), value);
    line.addClassName("small");
    return line;
  }

  private static String say(String key) {
    return UI.getCurrent().getTranslation(key);
  }
}
