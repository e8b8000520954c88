package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** How sure a reading is: a round check, a diamond with "!", a triangle with "?". */
public class ConfidenceMark extends Span {

  /** How sure. */
  public enum Level {
    SURE,
    LOOK,
    UNREAD;

    /** The class that lines and boxes of this level carry. */
    public String className() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The key of this level's words. */
    public String labelKey() {
      return "base.confidence." + className();
    }
  }

  public ConfidenceMark(Level level) {
    addClassNames("confidence", level.className());
    getElement()
        .setAttribute("role", "img")
        .setAttribute("aria-label", getTranslation(level.labelKey()));
  }
}
