package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Set;

/** The picture of a grocery category on its quiet tint; decoration beside a name. */
public class Pictogram extends Span {

  private static final Set<String> CATEGORIES =
      Set.of(
          "vegetables",
          "fruit",
          "dairy",
          "bakery",
          "meat",
          "fish",
          "frozen",
          "staples",
          "jars",
          "spices",
          "drinks",
          "sweets",
          "household",
          "other");

  /** How large it stands. */
  public enum Size {
    SMALL("small"),
    MEDIUM("medium"),
    LARGE("large");

    private final String className;

    Size(String className) {
      this.className = className;
    }
  }

  public Pictogram(String categoryKey) {
    this(categoryKey, Size.MEDIUM);
  }

  /** A key nobody knows shows as "not sorted yet". */
  public Pictogram(String categoryKey, Size size) {
    addClassNames("picto", size.className);
    getElement().setAttribute("aria-hidden", "true");
    setCategory(categoryKey);
  }

  public final void setCategory(String categoryKey) {
    getElement().setAttribute("data-cat", CATEGORIES.contains(categoryKey) ? categoryKey : "other");
  }
}
