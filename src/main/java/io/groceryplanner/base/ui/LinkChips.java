package io.groceryplanner.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.OptionalLong;

/** Chips that each lead to an address of the same page; the one a person is at is marked. */
public class LinkChips extends Nav {

  /**
   * @param count how many there are behind it, where that is known
   */
  public record Chip(String address, String text, OptionalLong count, boolean current) {}

  private transient List<Chip> shown = List.of();

  public LinkChips(String label) {
    addClassNames("chips", "scroll-x");
    getElement().setAttribute("aria-label", label);
  }

  /** Replaces what is shown; what stays the same keeps the keyboard's focus. */
  public void show(List<Chip> chips) {
    if (!chips.equals(shown)) {
      shown = List.copyOf(chips);
      removeAll();
      chips.forEach(chip -> add(link(chip)));
    }
  }

  private Anchor link(Chip chip) {
    var link = new Anchor(chip.address(), new Span(chip.text()));
    link.addClassName("chip");
    chip.count()
        .ifPresent(count -> {
          var number = new Span(String.format(getLocale(), "%,d", count));
          number.addClassName("of");
          link.add(number);
        });
    if (chip.current()) {
      link.getElement().setAttribute("aria-current", "true");
    }
    return link;
  }
}
