package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Span;
import io.groceryplanner.receipts.ReceiptSummary;
import java.util.Locale;
import java.util.stream.Stream;

/** A small drawn receipt; decoration beside a name. */
class Thumb extends Span {

  private static final int LINES = 5;

  Thumb() {
    addClassNames("thumb", "drawn");
    getElement().setAttribute("aria-hidden", "true");
    Stream.generate(Span::new).limit(LINES).forEach(this::add);
  }

  /** Says of which kind the file is, where that is not a photo. */
  static Thumb of(ReceiptSummary receipt) {
    var thumb = new Thumb();
    if (receipt.fileName().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
      thumb.addClassName("pdf");
    }
    return thumb;
  }
}
