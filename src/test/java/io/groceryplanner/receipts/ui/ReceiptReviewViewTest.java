package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._fireValueChange;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.groceryplanner.receipts.ui.ReceiptScreens.eventually;
import static io.groceryplanner.receipts.ui.ReceiptScreens.send;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sendAndRead;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.StageBar;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.Items;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ReceiptReviewViewTest {

  private static final String PHOTO = "receipts/lindenhof-creased.jpg";
  private static final BigDecimal FAR_OFF = new BigDecimal("500.00");

  @Autowired ApplicationContext context;
  @Autowired Receipts receipts;
  @Autowired ReceiptReview review;
  @Autowired Stock stock;
  @Autowired Items items;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String email = Screens.newEmail();
  private HouseholdId household = HouseholdId.create();
  private UserId user = UserId.create();

  @BeforeEach
  void foundAHousehold() {
    var signedUp = Screens.found(context, email);
    household = signedUp.household();
    user = signedUp.user();
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
    StandInAi.get().answerAsRecorded();
  }

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
  void whatOthersCorrectAppearsButNeverOverwritesWhatIsBeingTyped() {
    var receipt = read();
    var mine = receipt.lines().get(0);
    var theirs = receipt.lines().get(1);
    open(receipt.id());
    _get(LineList.class).open(mine.lineNo());
    _setValue(amountField(), "half typed");

    rename(receipt, theirs, "Corrected elsewhere");
    rename(receipt, mine, "Named elsewhere");

    eventually(() -> assertThat(text(row(theirs))).contains("Corrected elsewhere"));
    assertThat(amountField().getValue()).isEqualTo("half typed");
    assertThat(row(mine).isOpen()).isTrue();
  }

  @Test
  void aDifferenceIsSaidAndNeverBlocksAccepting() {
    var receipt = read();
    open(receipt.id());
    _get(LineList.class).open(receipt.lines().getFirst().lineNo());
    _setValue(amountField(), "500");
    assertThat(text(_get(SumsBar.class))).contains("differs by");

    _click(acceptButton());

    assertThat(stored(receipt).summary().stage()).isEqualTo(Stage.CONFIRMED);
  }

  @Test
  void acceptingPutsTheLinesAwayAndLeadsToThePantry() {
    var receipt = read();
    var stocked = receipt.lines().stream().filter(ReceiptLine::stocked).count();
    open(receipt.id());

    _click(acceptButton());

    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
        .isEqualTo("pantry");
    assertThat(stock.count(household)).isEqualTo(stocked);
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

  /** As a browser would say it. */
  private static void type(String label, String typed) {
    var field = _get(TextField.class, spec -> spec.withLabel(label));
    _setValue(field, typed);
    _fireValueChange(field);
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

  private static Button splitNow() {
    return _get(
        Button.class,
        spec ->
            spec.withText("Split")
                .withPredicate(button -> button.getThemeNames().contains("primary")));
  }

  private static List<String> amounts(Receipt receipt) {
    return receipt.lines().stream()
        .map(line -> line.lineNo() + " " + line.quantity() + " " + line.amount())
        .toList();
  }

  @Test
  void whatIsPutAwayCanBeReadButNotChanged() {
    var receipt = read();
    review.accept(household, receipt.id(), user);

    open(receipt.id());
    _get(LineList.class).open(receipt.lines().getFirst().lineNo());

    assertThat(text(_get(ReviewState.class))).contains("Put away", "See the pantry");
    assertThat(_find(LineRow.class)).hasSameSizeAs(receipt.lines()).noneMatch(LineRow::isOpen);
    _assertNone(Button.class, spec -> spec.withPredicate(ReceiptReviewViewTest::isAccept));
  }

  @Test
  void whatWasAcceptedByMistakeIsTakenBackAndCanBeCorrected() {
    var receipt = read();
    review.accept(household, receipt.id(), user);
    open(receipt.id());
    assertThat(text(_get(ReviewState.class))).contains("You can take this back until");

    _click(_get(Button.class, spec -> spec.withText("Undo")));

    assertThat(stock.count(household)).isZero();
    assertThat(stored(receipt).summary().stage()).isEqualTo(Stage.READY_FOR_REVIEW);
    _assertNone(ReviewState.class);
    _get(LineList.class).open(receipt.lines().getFirst().lineNo());
    assertThat(_find(LineRow.class)).anyMatch(LineRow::isOpen);
    _assertOne(Button.class, spec -> spec.withPredicate(ReceiptReviewViewTest::isAccept));
  }

  @Test
  void aReceiptUnderWayShowsItsPictureAndThenItsLinesByItself() {
    StandInAi.get().beBusy();
    var id = send(context, household, user, PHOTO);
    open(id);
    eventually(() ->
        assertThat(text(_get(ReviewState.class)))
            .contains("Waiting for the AI service. Your photo is kept safe"));
    _assertOne(PictureViewer.class);
    _assertOne(StageBar.class);
    _assertNone(LineRow.class);
    StandInAi.get().answerAsRecorded();

    eventually(() -> assertThat(_find(LineRow.class)).isNotEmpty());
    _assertNone(StageBar.class);
  }

  @Test
  void whoDoesNotWaitForTheAiServiceWritesTheLinesBesideThePicture() {
    StandInAi.get().beBusy();
    var id = send(context, household, user, PHOTO);
    open(id);
    eventually(() -> _get(Button.class, spec -> spec.withText("Enter by hand")));

    _click(_get(Button.class, spec -> spec.withText("Enter by hand")));
    itemField().setValue("Oat drink");
    _setValue(amountField(), "1,95");
    _click(_get(Button.class, spec -> spec.withText("Done")));
    _click(_get(Button.class, spec -> spec.withText("Add a line")));

    var lines = receipts.find(household, id).orElseThrow().lines();
    assertThat(lines).extracting(ReceiptLine::description).containsExactly("Oat drink");
    assertThat(lines.getFirst().lineTotal()).isEqualByComparingTo("1.95");
    assertThat(_find(LineRow.class)).as("the written one and the empty one").hasSize(2);
    _assertOne(PictureViewer.class);
  }

  @Test
  void shopDateAndTotalCanBeCorrected() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));

    _setValue(_get(TextField.class, spec -> spec.withLabel("Shop")), "Corner shop");
    _setValue(_get(TextField.class, spec -> spec.withLabel("Total")), "12,50");
    _click(_get(Button.class, spec -> spec.withText("Save")));

    assertThat(text(_get(H1.class))).startsWith("Corner shop");
    assertThat(stored(receipt).summary().total().orElseThrow().amount()).isEqualTo("12.50");
  }

  @Test
  void aDayThatIsStillToComeIsRefusedBesideItsFieldAndStaysTyped() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));
    _setValue(_get(TextField.class, spec -> spec.withLabel("Shop")), "Corner shop");
    var day = _get(DatePicker.class, spec -> spec.withLabel("Date"));
    _setValue(day, LocalDate.now().plusDays(3));

    _click(_get(Button.class, spec -> spec.withText("Save")));

    assertThat(day.isInvalid()).isTrue();
    assertThat(day.getErrorMessage()).startsWith("This cannot be the day of shopping");
    assertThat(stored(receipt).summary().merchant()).isEqualTo(receipt.summary().merchant());

    _setValue(day, LocalDate.of(2026, 3, 4));
    _click(_get(Button.class, spec -> spec.withText("Save")));
    _assertNone(ShopAndDate.class);
    assertThat(stored(receipt).summary().merchant()).contains("Corner shop");
    assertThat(stored(receipt).summary().purchasedOn()).contains(LocalDate.of(2026, 3, 4));
  }

  @Test
  void shopAndDayThatWereBeingTypedGoOnOnANewScreenUntilTheyAreSaved() {
    var receipt = read();
    open(receipt.id());
    _click(_get(Button.class, spec -> spec.withText("Shop and date")));
    type("Shop", "Corner shop in Maple Street");
    var day = _get(DatePicker.class, spec -> spec.withLabel("Date"));
    _setValue(day, LocalDate.of(2026, 3, 4));
    _fireValueChange(day);
    Screens.close();

    open(receipt.id());
    assertThat(text(_get(ShopAndDate.class))).contains("what you had typed");
    _click(_get(Button.class, spec -> spec.withText("Save")));
    assertThat(stored(receipt).summary().merchant()).contains("Corner shop in Maple Street");
    assertThat(stored(receipt).summary().purchasedOn()).contains(LocalDate.of(2026, 3, 4));
    Screens.close();

    open(receipt.id());
    _assertNone(ShopAndDate.class);
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
  void theReceiptOfAnotherHouseholdIsNotFound() {
    var neighbours = Screens.found(context, Screens.newEmail());
    var theirs = sendAndRead(context, neighbours.household(), neighbours.user(), PHOTO);

    open(theirs.id());

    assertNotFound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "not-an-id", "'; drop table receipt; --"})
  void whatIsNoIdIsNotFound(String garbage) {
    Screens.openAs(context, email);

    UI.getCurrent().navigate("receipts/" + garbage);

    assertNotFound();
  }

  @Test
  void anIdNobodyHasIsNotFound() {
    open(new ReceiptId(UUID.randomUUID()));

    assertNotFound();
  }

  private static void assertNotFound() {
    _assertNone(ReceiptReviewView.class);
    assertThat(text(_get(H1.class))).isEqualTo("There is nothing here");
  }

  private Receipt read() {
    return sendAndRead(context, household, user, PHOTO);
  }

  private void open(ReceiptId id) {
    Screens.openAs(context, email);
    UI.getCurrent().navigate("receipts/" + id);
  }

  private Receipt stored(Receipt receipt) {
    return receipts.find(household, receipt.id()).orElseThrow();
  }

  private static ReceiptLine line(Receipt receipt, ReceiptLine like) {
    return receipt.lines().stream()
        .filter(line -> line.lineNo() == like.lineNo())
        .findAny()
        .orElseThrow();
  }

  private static LineRow row(ReceiptLine line) {
    return _find(LineRow.class).stream()
        .filter(row -> row.lineNo() == line.lineNo())
        .findAny()
        .orElseThrow();
  }

  private static TextField amountField() {
    return _get(TextField.class, spec -> spec.withClasses("amount"));
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> itemField() {
    return _get(ComboBox.class, spec -> spec.withLabel("Item"));
  }

  private static Button acceptButton() {
    return _get(Button.class, spec -> spec.withPredicate(ReceiptReviewViewTest::isAccept));
  }

  private static boolean isAccept(Button button) {
    return button.getText().startsWith("Accept");
  }

  private void rename(Receipt receipt, ReceiptLine line, String name) {
    var as = LineCorrection.of(line);
    review.correct(
        household,
        receipt.id(),
        line.lineNo(),
        new LineCorrection(
            name,
            as.quantity(),
            as.unit(),
            as.lineTotal(),
            as.discount(),
            as.stocked(),
            as.category(),
            as.location(),
            as.useBy()));
  }
}
