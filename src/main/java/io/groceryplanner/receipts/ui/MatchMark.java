package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.MatchSource;
import io.groceryplanner.receipts.ReceiptLine;
import java.util.Locale;
import java.util.Optional;

/** Why a line is the item it is, in words and a shape; or that it is a new one. */
class MatchMark extends Span {

  private MatchMark(Symbol symbol, String key, String className) {
    addClassNames("kinship", className);
    add(new Icon(symbol), new Span(getTranslation(key)));
  }

  /** Nothing where nobody knows why. */
  static Optional<MatchMark> of(ReceiptLine line) {
    if (line.item().isEmpty()) {
      return Optional.of(new MatchMark(Symbol.PLUS, "receipts.ui.new-item", "new"));
    }
    return line.matchSource()
        .map(source ->
            new MatchMark(
                symbol(source),
                "receipts.ui.match." + source.name().toLowerCase(Locale.ROOT),
                "known"));
  }

  private static Symbol symbol(MatchSource source) {
    return switch (source) {
      case EXACT -> Symbol.CHECK;
      case REMEMBERED -> Symbol.CLOCK;
      case NORMALISED, SIMILAR -> Symbol.QUESTION;
      case MEANING -> Symbol.LINK;
      case PERSON -> Symbol.USER;
    };
  }
}
