package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.PageHeader;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.LineKind;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.Stage;
import java.time.LocalDate;

/** Which receipt is looked over, how far that is, and what can be done with it as a whole. */
class ReviewHeader extends Composite<PageHeader> {

  private final Button edit =
      new Button(getTranslation("receipts.ui.shop-and-date"), new Icon(Symbol.PENCIL));
  private final Button again =
      new Button(getTranslation("receipts.ui.rescan"), new Icon(Symbol.RETRY));
  private final Button remove =
      new Button(getTranslation("receipts.ui.remove"), new Icon(Symbol.TRASH));
  private final transient LocalDate today;

  ReviewHeader(LocalDate today, Runnable editing, Runnable readingAnew, Runnable removing) {
    this.today = today;
    edit.addClickListener(click -> editing.run());
    again.addThemeVariants(ButtonVariant.TERTIARY);
    again.addClassName("soft");
    again.addClickListener(click -> readingAnew.run());
    remove.addThemeVariants(ButtonVariant.TERTIARY);
    remove.addClassName("soft");
    remove.addClickListener(click -> removing.run());
  }

  @Override
  protected PageHeader initContent() {
    return new PageHeader("", "", edit, again, remove)
        .withBack(ReceiptsView.PATH, getTranslation("receipts.ui.title"));
  }

  void show(Receipt now) {
    var summary = now.summary();
    boolean isOpen = summary.stage() == Stage.READY_FOR_REVIEW;
    edit.setVisible(isOpen);
    again.setVisible(isOpen);
    var name = ReceiptText.name(summary);
    getContent()
        .setTitle(
            summary
                .purchasedOn()
                .map(day -> ReceiptText.day(day, today, getLocale()))
                .map(day -> getTranslation("receipts.ui.name-and-day", name, day))
                .orElse(name));
    getContent().setSubtitle(isOpen ? knownAndUnsure(now) : "");
  }

  private String knownAndUnsure(Receipt now) {
    var items = now.lines().stream().filter(line -> line.kind() == LineKind.ITEM).toList();
    var known = items.stream().filter(line -> line.item().isPresent()).count();
    var unsure = now.lines().stream().filter(Level::isWorthALook).count();
    return getTranslation("receipts.ui.known-and-unsure", known, items.size(), unsure);
  }
}
