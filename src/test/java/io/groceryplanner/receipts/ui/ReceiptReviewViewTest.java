package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static io.groceryplanner.receipts.ui.ReceiptScreens.eventually;
import static io.groceryplanner.receipts.ui.ReceiptScreens.send;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sendAndRead;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.ui.StageBar;
import io.groceryplanner.inventory.Stock;
import io.groceryplanner.receipts.LineCorrection;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The screen as a whole: how far a receipt is, accepting it, and who else is at it. */
class ReceiptReviewViewTest extends ReviewScreen {

  @Autowired ReceiptReview review;
  @Autowired Stock stock;

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
