package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.Screens;
import io.groceryplanner.inventory.Categories;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.inventory.StorageLocations;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines: corrected, split, joined, deleted, looked at. */
class LineListTest extends ReviewScreen {

  private static final BigDecimal FAR_OFF = new BigDecimal("500.00");

  @Autowired Stock stock;
  @Autowired Items items;
  @Autowired Categories categories;
  @Autowired StorageLocations locations;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void everyLineStandsThereWithWhatWasReadAndItsBoxOnThePicture() {
    var receipt = read();

    open(receipt.id());

    assertThat(_find(LineRow.class)).hasSameSizeAs(receipt.lines());
    var line = receipt.lines().getFirst();
    assertThat(text(row(line))).contains(line.description(), line.rawText());
    var boxes = receipt.lines().stream().filter(read -> read.box().isPresent()).count();
    assertThat(_get(PictureViewer.class).getElement().getOuterHTML().split("line-box", -1))
        .hasSize((int) boxes + 1);
  }

  @Test
  void aCorrectedLineChangesTheRunningSum() {
    var receipt = read();
    var line = receipt.lines().getFirst();
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    _setValue(amountField(), "500,00");

    var expected =
        receipt.summary().arithmetic().linesTotal().subtract(line.lineTotal()).add(FAR_OFF);
    assertThat(stored(receipt).summary().arithmetic().linesTotal()).isEqualByComparingTo(expected);
    assertThat(text(_get(SumsBar.class))).contains(expected.toPlainString(), "differs by");
  }

  @Test
  void whatIsNoNumberIsSaidBesideItsFieldAndStaysTyped() {
    var receipt = read();
    var line = receipt.lines().getFirst();
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    _setValue(amountField(), "two or three");

    assertThat(amountField().isInvalid()).isTrue();
    assertThat(amountField().getErrorMessage()).contains("A number");
    assertThat(amountField().getValue()).isEqualTo("two or three");
    assertThat(line(stored(receipt), line).lineTotal()).isEqualByComparingTo(line.lineTotal());
  }

  @Test
  void aQuantityOfZeroIsRefusedWithTheReason() {
    var receipt = read();
    open(receipt.id());
    _get(LineList.class).open(receipt.lines().getFirst().lineNo());

    _setValue(_get(TextField.class, spec -> spec.withLabel("Amount")), "0");

    var quantity = _get(TextField.class, spec -> spec.withLabel("Amount"));
    assertThat(quantity.getErrorMessage()).isEqualTo("The amount must be more than zero.");
    assertThat(quantity.getValue()).isEqualTo("0");
  }

  @Test
  void aLineCanBeNamedFreely() {
    var receipt = read();
    var line = receipt.lines().getFirst();
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    itemField().setValue("Oat drink");

    assertThat(line(stored(receipt), line).description()).isEqualTo("Oat drink");
    assertThat(text(row(line))).contains("Oat drink");
  }

  @Test
  void anotherItemIsChosenByOnePressAndSoIsANewOne() {
    var receipt = read();
    var cheese = receipt.lines().get(6);
    var other = "Frischkäse Kräuter und Knoblauch";
    items.named(household, new ItemName(other));
    open(receipt.id());
    _get(LineList.class).open(cheese.lineNo());

    press(_get(LineOffers.class), other);

    assertThat(line(stored(receipt), cheese).description()).isEqualTo(other);
    assertThat(line(stored(receipt), cheese).item()).isPresent();
    _click(_get(Button.class, spec -> spec.withText("Done")));
    assertThat(text(row(cheese))).contains("chosen by a person");
    _get(LineList.class).open(cheese.lineNo());
    press(_get(LineOffers.class), "New: " + cheese.description());
    assertThat(line(stored(receipt), cheese).item()).isEmpty();
    assertThat(line(stored(receipt), cheese).description()).isEqualTo(cheese.description());
  }

  @Test
  void aNameThatIsKnownBringsItsCategoryAndPlace() {
    var receipt = read();
    var line = receipt.lines().getFirst();
    var category = categories.list(household).getLast();
    var place = locations.list(household).getLast();
    var known = items.named(household, new ItemName("Rye flour"));
    transaction.executeWithoutResult(
        _ -> items.remember(household, known.id(), category.id(), place.id()));
    assertThat(line.category()).isNotEqualTo(Optional.of(category.id()));
    assertThat(line.location()).isNotEqualTo(Optional.of(place.id()));
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    itemField().setValue("rye flour");

    var named = line(stored(receipt), line);
    assertThat(named.item()).contains(known.id());
    assertThat(named.category()).contains(category.id());
    assertThat(named.location()).contains(place.id());
  }

  private static void press(LineOffers offers, String words) {
    _click(
        offers
            .getChildren()
            .filter(NativeButton.class::isInstance)
            .map(NativeButton.class::cast)
            .filter(chip -> text(chip).equals(words))
            .findAny()
            .orElseThrow(() -> new AssertionError(words + " is not among " + text(offers))));
  }

  @Test
  void aLineThatHoldsTwoThingsIsSplitAndStillComesToTheSame() {
    var receipt = read();
    var line = receipt.lines().getFirst();
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    _click(_get(Button.class, spec -> spec.withText("Split")));
    _setValue(_get(TextField.class, spec -> spec.withLabel("The other part")), "Carrier bag");
    _setValue(_get(TextField.class, spec -> spec.withLabel("Its price")), "0");
    _click(splitNow());
    assertThat(_get(TextField.class, spec -> spec.withLabel("Its price")).getErrorMessage())
        .startsWith("This part must cost more than nothing");
    _setValue(_get(TextField.class, spec -> spec.withLabel("Its price")), "0,20");
    _click(splitNow());

    var now = stored(receipt);
    assertThat(now.lines()).hasSize(receipt.lines().size() + 1);
    assertThat(now.lines().getLast().description()).isEqualTo("Carrier bag");
    assertThat(now.lines().getLast().lineTotal()).isEqualByComparingTo("0.20");
    assertThat(now.summary().arithmetic().linesTotal())
        .isEqualByComparingTo(receipt.summary().arithmetic().linesTotal());
    assertThat(_find(LineRow.class)).hasSameSizeAs(now.lines());
  }

  @Test
  void aSplitThatWasBeingTypedGoesOnOnANewScreenUntilItIsDoneOrGivenUp() {
    var receipt = read();
    var line = receipt.lines().get(1);
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());
    _click(_get(Button.class, spec -> spec.withText("Split")));
    type("The other part", "Carrier bag, the large one");
    type("Its price", "0,2");
    Screens.close();

    open(receipt.id());
    assertThat(_get(TextField.class, spec -> spec.withLabel("The other part")).getValue())
        .isEqualTo("Carrier bag, the large one");
    assertThat(text(_get(SplitDialog.class))).contains(line.description(), "what you had typed");
    _click(splitNow());
    assertThat(stored(receipt).lines().getLast().description())
        .isEqualTo("Carrier bag, the large one");
    Screens.close();

    open(receipt.id());
    _assertNone(SplitDialog.class);
    _get(LineList.class).open(line.lineNo());
    _click(_get(Button.class, spec -> spec.withText("Split")));
    type("The other part", "something else");
    _click(_get(_get(SplitDialog.class), Button.class, spec -> spec.withText("Cancel")));
    Screens.close();

    open(receipt.id());
    _assertNone(SplitDialog.class);
  }

  private static Button splitNow() {
    return _get(
        Button.class,
        spec ->
            spec.withText("Split")
                .withPredicate(button -> button.getThemeNames().contains("primary")));
  }

  @Test
  void aLineReadAsTwoIsJoinedAndThatCanBeTakenBack() {
    var receipt = read();
    var first = receipt.lines().get(0);
    var second = receipt.lines().get(1);
    open(receipt.id());
    _get(LineList.class).open(first.lineNo());

    _click(_get(Button.class, spec -> spec.withText("Join with the line below")));

    var joined = stored(receipt);
    assertThat(joined.lines()).hasSize(receipt.lines().size() - 1);
    assertThat(line(joined, first).amount())
        .isEqualByComparingTo(first.amount().add(second.amount()));
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    assertThat(amounts(stored(receipt))).isEqualTo(amounts(receipt));
    assertThat(_find(LineRow.class)).extracting(LineRow::lineNo).startsWith(1, 2, 3);
  }

  @Test
  void aDeletedLineComesBackWhereItWas() {
    var receipt = read();
    var line = receipt.lines().get(1);
    open(receipt.id());
    _get(LineList.class).open(line.lineNo());

    _click(_get(Button.class, spec -> spec.withText("Delete")));

    assertThat(stored(receipt).lines()).extracting(ReceiptLine::lineNo).doesNotContain(2);
    assertThat(_find(LineRow.class)).hasSize(receipt.lines().size() - 1);
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    assertThat(amounts(stored(receipt))).isEqualTo(amounts(receipt));
    assertThat(_find(LineRow.class)).extracting(LineRow::lineNo).startsWith(1, 2, 3);
  }

  private static List<String> amounts(Receipt receipt) {
    return receipt.lines().stream()
        .map(line -> line.lineNo() + " " + line.quantity() + " " + line.amount())
        .toList();
  }

  @Test
  void whatIsCertainFoldsAwayAndWhatWasLookedAtIsCertain() {
    var receipt = read();
    doubt(receipt.lines().get(1));
    doubt(receipt.lines().get(2));
    receipt = stored(receipt);
    var doubtful = receipt.lines().stream().filter(Level::isWorthALook).toList();
    assertThat(doubtful).hasSize(2);
    open(receipt.id());

    int certain = receipt.lines().size() - doubtful.size();
    _click(_get(Button.class, spec -> spec.withText("Fold " + certain + " certain lines")));

    assertThat(_find(LineRow.class))
        .as("what is hidden is not found")
        .extracting(LineRow::lineNo)
        .isEqualTo(doubtful.stream().map(ReceiptLine::lineNo).toList());
    for (var line : doubtful) {
      _get(LineList.class).open(line.lineNo());
      _click(_get(Button.class, spec -> spec.withText("Done")));
    }
    assertThat(text(_get(LineList.class))).contains("Everything is certain");
    assertThat(stored(receipt).lines()).noneMatch(Level::isWorthALook);
  }

  /** As if it had hardly been read. */
  private void doubt(ReceiptLine line) {
    transaction.executeWithoutResult(_ -> {
      // Enters the household.
      stock.count(household);
      assertThat(
              jdbc.sql(
                      "update receipt_line set confidence = 0.6 where household_id = ? and line_no = ?")
                  .params(household.value(), line.lineNo())
                  .update())
          .isOne();
    });
  }
}
