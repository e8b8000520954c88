package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptSummary;
import java.util.stream.Stream;

/** A receipt in small; decoration beside a name. */
class Thumb extends Span {

  private static final int LINES = 5;

  private Thumb() {
    addClassName("thumb");
    getElement().setAttribute("aria-hidden", "true");
  }

  /** Drawn, where there is no picture yet. */
  static Thumb drawn() {
    var thumb = new Thumb();
    thumb.addClassName("drawn");
    Stream.generate(Span::new).limit(LINES).forEach(thumb::add);
    return thumb;
  }

  static Thumb of(ReceiptSummary receipt) {
    if (!receipt.hasPicture()) {
      return drawn();
    }
    var thumb = new Thumb();
    var picture = new Image(pathOf(receipt.id()), "");
    picture.getElement().setAttribute("loading", "lazy");
    thumb.add(picture);
    return thumb;
  }

  static String pathOf(ReceiptId id) {
    return "files/receipts/" + id + "/thumbnail";
  }
}
