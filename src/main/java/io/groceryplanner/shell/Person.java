package io.groceryplanner.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who is signed in, and the way out. */
class Person extends Div {

  private final Button out;

  /** With the way out as an icon, where there is little room. */
  Person(String name, Runnable signOut) {
    this(name, new Button(new Icon(Symbol.LOGOUT), click -> signOut.run()));
    out.setAriaLabel(getTranslation("shell.sign-out"));
    out.setTooltipText(getTranslation("shell.sign-out"));
    out.addThemeVariants(ButtonVariant.TERTIARY);
    out.addClassName("soft");
  }

  private Person(String name, Button out) {
    this.out = out;
    addClassName("me");
    var avatar = new Span(initials(name));
    avatar.addClassName("avatar");
    avatar.getElement().setAttribute("aria-hidden", "true");
    var who = new Span(name);
    who.addClassName("who");
    who.setTitle(name);
    add(avatar, who, out);
  }

  /** With the way out in words. */
  static Person inWords(String name, Runnable signOut) {
    var out = new Button(new Icon(Symbol.LOGOUT), click -> signOut.run());
    var person = new Person(name, out);
    out.setText(person.getTranslation("shell.sign-out"));
    return person;
  }

  /** The first letters of the first two words. */
  static String initials(String name) {
    return Arrays.stream(name.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(2)
        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining());
  }
}
