package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import java.util.function.Consumer;

/** What else a line may be, each taken by one press. */
class LineOffers extends Div {

  /**
   * @param taken told the name of the item that was pressed
   */
  LineOffers(LineDesk.Offers offers, Consumer<String> taken) {
    addClassNames("suggestions", "offers");
    setVisible(!offers.items().isEmpty() || offers.ownName().isPresent());
    var words = new Span(getTranslation("receipts.ui.offers"));
    words.addClassName("muted");
    add(words);
    for (var other : offers.items()) {
      var name = other.item().name();
      add(chip(Symbol.QUESTION, name, name, taken));
    }
    offers
        .ownName()
        .filter(own ->
            offers.items().stream().noneMatch(other -> other.item().name().equalsIgnoreCase(own)))
        .ifPresent(own ->
            add(chip(Symbol.PLUS, getTranslation("receipts.ui.as-new-item", own), own, taken)));
  }

  private NativeButton chip(Symbol symbol, String words, String name, Consumer<String> taken) {
    var chip = new NativeButton("", click -> taken.accept(name));
    chip.getElement().setAttribute("type", "button");
    chip.add(new Icon(symbol), new Span(words));
    return chip;
  }
}
