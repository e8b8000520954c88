package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A row of toggles of which one is pressed, each with how many it would show. */
public class FilterChips<T> extends Div {

  private final Map<T, NativeButton> chips = new LinkedHashMap<>();
  private final transient Consumer<T> chosen;

  /**
   * @param chosen told which one a person pressed
   */
  public FilterChips(String label, Consumer<T> chosen) {
    this.chosen = chosen;
    addClassNames("chips", "scroll-x");
    getElement().setAttribute("role", "group").setAttribute("aria-label", label);
  }

  public FilterChips<T> add(T value, String text, OptionalInt count) {
    var chip = new NativeButton();
    chip.addClassName("chip");
    chip.add(new Span(text));
    count.ifPresent(n -> {
      var number = new Span(String.format(getLocale(), "%,d", n));
      number.addClassName("of");
      chip.add(number);
    });
    chip.addClickListener(click -> {
      select(value);
      chosen.accept(value);
    });
    chip.getElement().setAttribute("type", "button").setAttribute("aria-pressed", "false");
    chips.put(value, chip);
    add(chip);
    return this;
  }

  /** Presses one without telling anybody. */
  public final void select(T value) {
    chips.forEach((key, chip) ->
        chip.getElement().setAttribute("aria-pressed", String.valueOf(key.equals(value))));
  }

  /** Takes all chips away, for when the counts have changed. */
  public void clear() {
    chips.clear();
    removeAll();
  }
}
