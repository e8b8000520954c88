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

  Person(String name, Runnable signOut) {
    addClassName("me");
    var avatar = new Span(initials(name));
    avatar.addClassName("avatar");
    avatar.getElement().setAttribute("aria-hidden", "true");
    var who = new Span(name);
    who.addClassName("who");
    who.setTitle(name);
    var button = new Button(new Icon(Symbol.LOGOUT), click -> signOut.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("soft");
    button.setAriaLabel(getTranslation("shell.sign-out"));
    button.setTooltipText(getTranslation("shell.sign-out"));
    add(avatar, who, button);
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
