package io.groceryplanner.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Duration;

/**
 * Lets a text field tell what was typed when the typing pauses, and at the latest when it is left.
 *
 * <p>{@link ValueChangeMode#LAZY} is not enough: an input method ends a word with one more event
 * that changes nothing, and when a button is pressed within the pause, Flow 25.2 sends that event
 * and forgets the value before it ({@code Debouncer.flushAll} passes no buffered commands).
 */
public final class TypingPause {

  /** "change" is what the field says by itself when it is left. */
  private static final String TELL =
      """
      let pause;
      this.addEventListener('input', () => {
        clearTimeout(pause);
        pause = setTimeout(() => this.dispatchEvent(new Event('change')), $0);
      });
      this.addEventListener('change', () => clearTimeout(pause));
      """;

  private TypingPause() {}

  /** Before the field is attached. */
  public static <F extends Component & HasValueChangeMode> void tellAfter(Duration pause, F field) {
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    field.addAttachListener(
        _ -> field.getElement().executeJs(TELL, Math.toIntExact(pause.toMillis())));
  }
}
