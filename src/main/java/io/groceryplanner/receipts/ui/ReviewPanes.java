package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;

/**
 * The picture beside its lines; {@code modules/receipt-review.js} adds the keys and lights a line
 * and its box up together.
 */
@Tag("receipt-review")
class ReviewPanes extends Component implements HasComponents, HasStyle {

  private final Div right = new Div();

  ReviewPanes(PictureViewer picture) {
    addClassName("review");
    add(picture, right);
  }

  /** What stands beside the picture. */
  void show(Component... content) {
    right.removeAll();
    right.add(content);
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    attached.getUI().getPage().addJsModule("/modules/receipt-review.js");
  }
}
