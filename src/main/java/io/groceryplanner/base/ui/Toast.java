package io.groceryplanner.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** A short word above the bottom bar, with undo where something was done. */
public final class Toast {

  private static final int READING_TIME_MS = 5_000;
  private static final int UNDO_TIME_MS = 9_000;

  private Toast() {}

  public static Notification show(String text) {
    return open(content(new Icon(Symbol.CHECK), text), READING_TIME_MS);
  }

  /** Says what was done and offers to take it back. */
  public static Notification show(String text, Runnable undo) {
    var content = content(new Icon(Symbol.CHECK), text);
    var notification = open(content, UNDO_TIME_MS);
    var button =
        new Button(
            UI.getCurrent().getTranslation("base.undo"),
            new Icon(Symbol.UNDO),
            click -> {
              notification.close();
              undo.run();
            });
    button.addThemeVariants(ButtonVariant.TERTIARY);
    content.add(button);
    return notification;
  }

  /** Something did not work; said at once to those who cannot see it. */
  public static Notification problem(String text) {
    var content = content(new Icon(Symbol.WARN), text);
    content.addClassName("problem");
    var notification = open(content, UNDO_TIME_MS);
    notification.setAssertive(true);
    return notification;
  }

  private static Div content(Icon icon, String text) {
    var content = new Div(icon, new Span(text));
    content.addClassName("toast");
    return content;
  }

  private static Notification open(Div content, int duration) {
    var notification = new Notification(content);
    notification.setDuration(duration);
    notification.setPosition(Notification.Position.BOTTOM_CENTER);
    notification.open();
    return notification;
  }
}
