package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.groceryplanner.base.ui.Card;
import io.groceryplanner.base.ui.ConfidenceMark;
import io.groceryplanner.base.ui.Icon;
import io.groceryplanner.base.ui.Symbol;
import io.groceryplanner.receipts.LineBox;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The picture of a receipt with a box around each line that was read. */
class PictureViewer extends Card {

  private static final int QUARTERS = 4;

  private final transient IntConsumer chosen;
  private final Div stage = new Div();
  private final Div sheet = new Div();
  private final Div key = new Div();
  private final Map<Integer, NativeButton> boxes = new HashMap<>();
  private transient List<ReceiptLine> shown = List.of();
  private final ReceiptId id;
  private final Div missing = new Div();
  private @Nullable Image picture;
  private boolean hadPicture;
  private int quarters;

  /**
   * @param chosen told the number of the line whose box a person pressed
   */
  PictureViewer(ReceiptId id, IntConsumer chosen) {
    this.chosen = chosen;
    addClassName("viewer");
    getElement().setAttribute("aria-label", getTranslation("receipts.ui.picture"));
    this.id = id;
    sheet.addClassName("viewer-sheet");
    missing.addClassName("viewer-missing");
    var download =
        new Anchor(
            "files/receipts/" + id + "/original", getTranslation("receipts.ui.picture.download"));
    download.setRouterIgnore(true);
    missing.add(
        new Icon(Symbol.RECEIPT),
        new Paragraph(getTranslation("receipts.ui.picture.missing")),
        download);
    stage.addClassName("viewer-stage");
    stage.add(sheet);
    key.addClassName("viewer-key");
    key.setVisible(false);
    add(bar(), stage, key);
  }

  /** Shows the picture, or how to see the photo while nothing can show it here. */
  private void draw(boolean hasPicture) {
    if (hasPicture && picture == null) {
      var drawn =
          new Image("files/receipts/" + id, getTranslation("receipts.ui.picture.alternative"));
      picture = drawn;
      sheet.remove(missing);
      sheet.addComponentAsFirst(drawn);
    } else if (!hasPicture) {
      sheet.add(missing);
    }
  }

  private Div bar() {
    var actions = new Div(zoom(), turn(), fold());
    actions.addClassName("actions");
    var bar = new Div(new Span(getTranslation("receipts.ui.picture")), actions);
    bar.addClassName("viewer-bar");
    return bar;
  }

  private Button zoom() {
    var zoom = tool(Symbol.ZOOM, "receipts.ui.picture.zoom");
    zoom.getElement().setAttribute("aria-pressed", "false");
    zoom.addClickListener(click -> {
      boolean isLarge = !stage.hasClassName("zoomed");
      stage.setClassName("zoomed", isLarge);
      zoom.getElement().setAttribute("aria-pressed", String.valueOf(isLarge));
      sheet.getElement().executeJs("this.dispatchEvent(new Event('turn'))");
    });
    return zoom;
  }

  private Button turn() {
    var turn = tool(Symbol.RETRY, "receipts.ui.picture.turn");
    turn.addClickListener(click -> {
      quarters = (quarters + 1) % QUARTERS;
      sheet.getElement().setAttribute("data-quarters", String.valueOf(quarters));
    });
    return turn;
  }

  private Button fold() {
    var fold = tool(Symbol.CHEVRON_UP, "receipts.ui.picture.fold");
    fold.addClassName("fold");
    fold.getElement().setAttribute("aria-expanded", "true");
    fold.addClickListener(click -> {
      boolean isFolded = !stage.hasClassName("folded");
      stage.setClassName("folded", isFolded);
      fold.getElement().setAttribute("aria-expanded", String.valueOf(!isFolded));
      fold.setIcon(new Icon(isFolded ? Symbol.CHEVRON_DOWN : Symbol.CHEVRON_UP));
    });
    return fold;
  }

  private Button tool(Symbol symbol, String labelKey) {
    var button = new Button(new Icon(symbol));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("soft");
    button.setAriaLabel(getTranslation(labelKey));
    button.setTooltipText(getTranslation(labelKey));
    return button;
  }

  /** Draws the boxes of these lines, unless they stand there already. */
  void show(boolean hasPicture, List<ReceiptLine> lines) {
    draw(hasPicture);
    if (lines.equals(shown) && hasPicture == hadPicture) {
      return;
    }
    shown = lines;
    hadPicture = hasPicture;
    boxes.values().forEach(sheet::remove);
    boxes.clear();
    for (var line : lines) {
      line.box().filter(_ -> hasPicture).ifPresent(box -> sheet.add(box(line, box)));
    }
    showKey(lines);
  }

  private NativeButton box(ReceiptLine line, LineBox place) {
    var box = new NativeButton("", click -> chosen.accept(line.lineNo()));
    box.addClassNames("line-box", Level.of(line).className());
    box.getElement()
        .setAttribute("type", "button")
        .setAttribute("data-line", String.valueOf(line.lineNo()))
        .setAttribute(
            "aria-label", getTranslation("receipts.ui.box", line.lineNo(), line.description()));
    var style = box.getStyle();
    style.setLeft(percent(place.x()));
    style.setTop(percent(place.y()));
    style.setWidth(percent(place.width()));
    style.setHeight(percent(place.height()));
    boxes.put(line.lineNo(), box);
    return box;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share * 100);
  }

  private void showKey(List<ReceiptLine> lines) {
    key.removeAll();
    for (var level : ConfidenceMark.Level.values()) {
      var count = lines.stream().filter(line -> Level.of(line) == level).count();
      if (count > 0) {
        var entry =
            new Span(
                new ConfidenceMark(level),
                new Span(getTranslation("receipts.ui.key." + level.className(), count)));
        entry.addClassName("inline");
        key.add(entry);
      }
    }
    key.setVisible(!lines.isEmpty());
  }

  /** Lights one line's box up and brings it into the picture. */
  void select(int lineNo) {
    boxes.forEach((number, box) -> box.setClassName("current", number == lineNo));
    var box = boxes.get(lineNo);
    if (box != null) {
      box.getElement().executeJs("this.dispatchEvent(new Event('show', {bubbles: true}))");
    }
  }
}
