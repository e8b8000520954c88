package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.inventory.Category;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.StorageLocation;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptReview.CorrectResult;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line. Each field is kept as soon as it is left; one that cannot be right says
 * so beside it and keeps what was typed.
 */
class LineEditor extends Div {

  private static final int LONGEST_UNIT = 20;

  /** Saves what a person says. */
  @FunctionalInterface
  interface Saver {
    CorrectResult save(LineCorrection said);
  }

  private final transient Shelves shelves;
  private final String currency;
  private final transient Saver saver;
  private transient ReceiptLine line;

  private final TextField amount = new TextField();
  private final ComboBox<String> description =
      new ComboBox<>(getTranslation("receipts.ui.field.item"));
  private final Select<Category> category = new Select<>();
  private final Select<StorageLocation> location = new Select<>();
  private final TextField quantity = new TextField(getTranslation("receipts.ui.field.quantity"));
  private final ComboBox<String> unit = new ComboBox<>(getTranslation("receipts.ui.field.unit"));
  private final TextField discount = new TextField(getTranslation("receipts.ui.field.discount"));
  private final DatePicker useBy = new DayField(getTranslation("receipts.ui.field.use-by"));
  private final Checkbox stocked = new Checkbox(getTranslation("receipts.ui.field.stocked"));
  private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
  private boolean isFilling;

  LineEditor(
      ReceiptLine line,
      String currency,
      Shelves shelves,
      Optional<BigDecimal> makesItAddUp,
      Runnable done,
      Saver saver,
      LineDesk.Offers offers) {
    this.line = line;
    this.currency = currency;
    this.shelves = shelves;
    this.saver = saver;
    addClassName("fix");
    describeFields();
    fill();
    add(description, category, location, quantity, unit, discount, useBy);
    add(new LineOffers(offers, this::become), below(makesItAddUp, done));
    description.addValueChangeListener(named -> {
      if (!isFilling) {
        become(named.getValue());
      }
    });
    saveWhenLeft(amount, category, location, quantity, unit, discount, useBy, stocked);
  }

  private void describeFields() {
    amount.addClassName("amount");
    amount.setAriaLabel(getTranslation("receipts.ui.field.amount", line.lineNo()));
    amount.getElement().setAttribute("inputmode", "decimal");
    for (var number : List.of(quantity, discount)) {
      number.addClassName("number");
      number.getElement().setAttribute("inputmode", "decimal");
    }
    description.addClassName("item-field");
    discount.addClassName("discount-field");
    location.addClassName("place-field");
    unit.addClassName("unit-field");
    description.setAllowCustomValue(true);
    description.setPlaceholder(getTranslation("receipts.ui.field.item.hint"));
    description.setItems(query ->
        shelves.itemNames(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    description.addCustomValueSetListener(typed -> description.setValue(shortened(typed)));
    choice(category, "category", shelves.categories(), Category::name);
    choice(location, "place", shelves.locations(), StorageLocation::name);
    unit.setItems(
        Stream.concat(LineRow.UNITS.stream().sorted(), Stream.of(line.unit())).distinct().toList());
    unit.setItemLabelGenerator(this::unitName);
    unit.setAllowCustomValue(true);
    unit.addCustomValueSetListener(typed -> {
      var given = typed.getDetail().strip();
      if (!given.isEmpty()) {
        unit.setValue(given.substring(0, Math.min(given.length(), LONGEST_UNIT)));
      }
    });
    fields.put("description", description);
    fields.put("quantity", quantity);
    fields.put("lineTotal", amount);
    fields.put("discount", discount);
    fields.put("unit", unit);
    fields.put("categoryId", category);
    fields.put("locationId", location);
  }

  private <T> void choice(Select<T> field, String key, List<T> choices, Function<T, String> name) {
    field.setLabel(getTranslation("receipts.ui.field." + key));
    field.setItems(choices);
    // The empty choice goes through here too.
    field.setItemLabelGenerator(item ->
        item == null ? getTranslation("receipts.ui.field." + key + ".none") : name.apply(item));
    field.setEmptySelectionCaption(getTranslation("receipts.ui.field." + key + ".none"));
    field.setEmptySelectionAllowed(true);
  }

  private static String shortened(ComboBox.CustomValueSetEvent<ComboBox<String>> typed) {
    var given = typed.getDetail().strip();
    return given.substring(0, Math.min(given.length(), ItemName.LONGEST));
  }

  private String unitName(String key) {
    return LineRow.UNITS.contains(key) ? getTranslation("receipts.ui.unit." + key) : key;
  }

  private void fill() {
    isFilling = true;
    amount.setValue(ReceiptText.plain(line.lineTotal(), currency, getLocale()));
    description.setValue(line.description());
    shelves.category(line.category()).ifPresent(category::setValue);
    shelves.location(line.location()).ifPresent(location::setValue);
    quantity.setValue(ReceiptText.quantity(line.quantity(), getLocale()));
    unit.setValue(line.unit());
    discount.setValue(ReceiptText.plain(line.discount(), currency, getLocale()));
    useBy.setValue(line.useBy().orElse(null));
    stocked.setValue(line.stocked());
    isFilling = false;
    enableForStock();
  }

  /** Takes another item; one that is known brings its category and place. */
  private void become(@Nullable String name) {
    isFilling = true;
    description.setValue(name);
    Optional.ofNullable(name)
        .flatMap(shelves::item)
        .ifPresent(item -> {
          shelves.category(item.category()).ifPresent(category::setValue);
          shelves.location(item.location()).ifPresent(location::setValue);
        });
    isFilling = false;
    save();
  }

  private Div below(Optional<BigDecimal> makesItAddUp, Runnable done) {
    var below = new Div(stocked);
    below.addClassName("suggestions");
    makesItAddUp.ifPresent(wanted -> {
      var words = ReceiptText.plain(wanted, currency, getLocale());
      var chip = new NativeButton(getTranslation("receipts.ui.makes-it-add-up", words));
      chip.addClassName("chip");
      chip.getElement().setAttribute("type", "button");
      chip.addClickListener(click -> {
        amount.setValue(words);
        chip.setVisible(false);
      });
      below.add(chip);
    });
    var close = new Button(getTranslation("receipts.ui.done"), click -> looked(done));
    close.addClassName("done");
    // The row around it would take the same click as the wish to be opened again.
    close.getElement().addEventListener("click", _ -> {}).stopPropagation();
    below.add(close);
    return below;
  }

  /** Who looked at a doubtful line and left it as it is has said that it is right. */
  private void looked(Runnable done) {
    if (Level.isWorthALook(line) && !hasErrors()) {
      save();
    }
    done.run();
  }

  private void saveWhenLeft(AbstractField<?, ?>... all) {
    for (HasValue<?, ?> field : all) {
      field.addValueChangeListener(changed -> {
        if (!isFilling) {
          save();
        }
      });
    }
  }

  private void save() {
    enableForStock();
    fields.values().forEach(field -> field.setInvalid(false));
    var said =
        new LineCorrection(
            Optional.ofNullable(description.getValue()).orElse(""),
            number(quantity, Decimals::quantity, line.quantity()),
            Optional.ofNullable(unit.getValue()).orElse(line.unit()),
            number(amount, this::money, line.lineTotal()),
            number(discount, this::takenOff, line.discount()),
            stocked.getValue(),
            Optional.ofNullable(category.getValue()).map(Category::id),
            Optional.ofNullable(location.getValue()).map(StorageLocation::id),
            Optional.ofNullable(useBy.getValue()));
    switch (saver.save(said)) {
      case CorrectResult.Corrected(var corrected) -> line = corrected;
      case CorrectResult.Refused(var field, var messageKey) -> say(field, messageKey);
      case CorrectResult.NotOpen() -> setEnabled(false);
    }
  }

  /**
   * What stands in the field; where that is no number it is marked, and the last good one stays.
   */
  private static BigDecimal number(
      TextField field, Function<String, Optional<BigDecimal>> read, BigDecimal lastGood) {
    var number = read.apply(field.getValue());
    if (number.isEmpty()) {
      field.setErrorMessage(field.getTranslation("receipts.ui.not-a-number"));
      field.setInvalid(true);
    }
    return number.orElse(lastGood);
  }

  private Optional<BigDecimal> money(String typed) {
    return Decimals.money(typed, getLocale());
  }

  /** An empty field is no discount. */
  private Optional<BigDecimal> takenOff(String typed) {
    return typed.isBlank() ? Optional.of(BigDecimal.ZERO) : money(typed);
  }

  private void say(String fieldName, String messageKey) {
    var field = fieldName.equals("useBy") ? useBy : fields.getOrDefault(fieldName, description);
    field.setErrorMessage(getTranslation(messageKey));
    field.setInvalid(true);
  }

  /** Place and date mean nothing for what is not put away. */
  private void enableForStock() {
    location.setEnabled(stocked.getValue());
    useBy.setEnabled(stocked.getValue());
  }

  boolean hasErrors() {
    return fields.values().stream().anyMatch(HasValidationProperties::isInvalid)
        || useBy.isInvalid();
  }

  /** The field that stands in the column of amounts. */
  TextField amount() {
    return amount;
  }
}
