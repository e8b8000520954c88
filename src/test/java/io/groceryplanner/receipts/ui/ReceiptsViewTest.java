package io.groceryplanner.receipts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.groceryplanner.receipts.ui.ReceiptScreens.eventually;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sample;
import static io.groceryplanner.receipts.ui.ReceiptScreens.send;
import static io.groceryplanner.receipts.ui.ReceiptScreens.sendAndRead;
import static io.groceryplanner.receipts.ui.ReceiptScreens.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.StandInAi;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.EmptyState;
import io.groceryplanner.base.ui.InlineNote;
import io.groceryplanner.base.ui.StageBar;
import io.groceryplanner.household.SignUp.SignUpResult.SignedUp;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.receipts.ReceiptHeader;
import io.groceryplanner.receipts.ReceiptReview;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.mail.MailAddresses;
import io.groceryplanner.security.RateLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ReceiptsViewTest {

  private static final String PHOTO = "receipts/lindenhof-creased.jpg";

  @Autowired ApplicationContext context;
  @Autowired Receipts receipts;

  private final String email = Screens.newEmail();
  private HouseholdId household = HouseholdId.create();
  private UserId user = UserId.create();

  @BeforeEach
  void foundAHousehold() {
    SignedUp signedUp = Screens.found(context, email);
    household = signedUp.household();
    user = signedUp.user();
  }

  @AfterEach
  void closeTheScreen() {
    Screens.close();
    StandInAi.get().answerAsRecorded();
  }

  @Test
  void anEmptyListSaysWhatToDo() {
    open();

    assertThat(text(_get(EmptyState.class)))
        .contains("No receipts yet", "Photograph your last receipt");
    _assertNone(ReceiptRow.class);
    _assertNone(UnderWayRow.class);
  }

  @Test
  void aSentReceiptMovesThroughItsStagesWithoutReloading() {
    StandInAi.get().beBusy();
    open();

    _get(ReceiptsView.class).take("photo.jpg", sample(PHOTO));
    eventually(() ->
        assertThat(text(_get(UnderWayRow.class)))
            .contains("photo.jpg", "Waiting for the AI service", "kept safe"));
    StandInAi.get().answerAsRecorded();

    eventually(() -> {
      _assertNone(UnderWayRow.class);
      assertThat(text(_get(ReceiptRow.class))).contains("lines", "€");
    });
  }

  @Test
  void whatOthersOfTheHouseholdSendAppearsByItself() {
    open();

    send(context, household, user, PHOTO);

    eventually(() -> assertThat(text(_get(ReceiptRow.class))).contains("lines"));
    _assertNone(EmptyState.class);
  }

  @Test
  void aRefusedFileIsExplainedUntilSomebodyHasReadIt() {
    open();

    _get(ReceiptsView.class).take("letter.jpg", sample("bad/text.jpg"));
    _get(ReceiptsView.class).take("half.jpg", sample("bad/truncated.jpg"));
    MockVaadin.clientRoundtrip();

    assertThat(_find(InlineNote.class).stream().map(ReceiptScreens::text))
        .satisfiesExactly(
            letter -> assertThat(letter).contains("letter.jpg: This is not a photo or PDF"),
            half -> assertThat(half).contains("half.jpg: This file is damaged"));
    _find(Button.class, spec -> spec.withText("Dismiss")).forEach(button -> _click(button));
    _assertNone(InlineNote.class);
    assertThat(receipts.list(household, null, 1).items()).isEmpty();
  }

  @Test
  void oneBadFileStopsNoneOfTheOthers() {
    open();
    var view = _get(ReceiptsView.class);

    view.take("one.jpg", sample(PHOTO));
    view.take("letter.jpg", sample("bad/text.jpg"));
    view.take("two.jpg", sample("receipts/mill-lane-tilted.jpg"));

    eventually(() -> assertThat(_find(ReceiptRow.class)).hasSize(2));
    assertThat(text(_get(InlineNote.class)))
        .contains("letter.jpg", "JPEG, HEIC, PNG, WebP and PDF");
  }

  @Test
  void whoSendsTooManyIsAskedToSendAgainAndLosesNothing() {
    var limits = context.getBean(RateLimits.class);
    while (limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      // until nothing is left of this minute
    }
    open();

    var taken = _get(ReceiptsView.class).take("photo.jpg", sample(PHOTO));

    assertThat(taken).as("the browser keeps the file and offers to send it again").isFalse();
    assertThat(receipts.list(household, null, 1).items()).isEmpty();
  }

  @Test
  void whatAMailBroughtInVainIsSaidUntilItIsDismissed() {
    open();
    refuseByMail();

    eventually(() -> assertThat(text(_get(MailRefusals.class))).contains("by e-mail", "10 MB"));
    _click(_get(_get(MailRefusals.class), Button.class, spec -> spec.withText("Dismiss")));

    _assertNone(InlineNote.class);
    open();
    _assertNone(InlineNote.class);
  }

  @Test
  void aFileThatCannotBeKeptIsSaidAndStaysWithThePersonToBeSentAgain() throws IOException {
    open();
    var view = _get(ReceiptsView.class);
    // Where the household's folder should be, no folder can be made.
    var blocked = filesOf(household);
    Files.createDirectories(blocked.getParent());
    Files.write(blocked, new byte[0]);

    assertThatThrownBy(() -> view.take("photo.jpg", sample(PHOTO)))
        .isInstanceOf(UncheckedIOException.class);

    eventually(() ->
        assertThat(text(_get(InlineNote.class)))
            .contains("photo.jpg", "nothing of it was stored", "again"));
    Files.delete(blocked);
    assertThat(view.take("photo.jpg", sample(PHOTO))).isTrue();
  }

  private void refuseByMail() {
    context
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(_ -> {
          // Enters the household.
          receipts.list(household, null, 1);
          context
              .getBean(JdbcClient.class)
              .sql(
                  """
                  insert into mail_taken (household_id, message_id, content_hash, taken_at, refused_for)
                  values (?, 'a mail', 'a hash', now(), 'too_large')
                  """)
              .param(household.value())
              .update();
          context
              .getBean(ChangeNotices.class)
              .publish(ChangeNotice.anyOf(household, Receipts.TOPIC));
        });
  }

  private Path filesOf(HouseholdId household) {
    return Path.of(String.valueOf(context.getEnvironment().getProperty("planner.storage.folder")))
        .resolve(household.toString());
  }

  @Test
  void aReceiptOnItsWayIsCancelledAndBroughtBack() {
    StandInAi.get().beBusy();
    send(context, household, user, PHOTO);
    open();

    _click(
        _get(
            Button.class,
            spec -> spec.withAttribute("aria-label", "Cancel lindenhof-creased.jpg")));

    eventually(() -> _assertNone(UnderWayRow.class));
    assertThat(receipts.list(household, null, 5).items()).isEmpty();
    StandInAi.get().answerAsRecorded();
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    eventually(() -> assertThat(_find(ReceiptRow.class)).hasSize(1));
  }

  @Test
  void theSameFileAgainIsAskedAboutAndNotTakenUnasked() {
    var known = sendAndRead(context, household, user, PHOTO);
    open();

    _get(ReceiptsView.class).take("again.jpg", sample(PHOTO));
    MockVaadin.clientRoundtrip();

    assertThat(text(_get(DuplicateCard.class)))
        .contains("Is this the same receipt?", "again.jpg is the very same file as")
        .contains(ReceiptText.name(known.summary()));
    _click(_get(Button.class, spec -> spec.withText("Keep one")));
    _assertNone(DuplicateCard.class);
    assertThat(receipts.list(household, null, 5).items()).hasSize(1);
  }

  @Test
  void bothAreKeptWhereAPersonSaysSo() {
    sendAndRead(context, household, user, PHOTO);
    open();
    _get(ReceiptsView.class).take("again.jpg", sample(PHOTO));
    MockVaadin.clientRoundtrip();

    _click(_get(Button.class, spec -> spec.withText("Keep both")));

    _assertNone(DuplicateCard.class);
    assertThat(receipts.list(household, null, 5).items()).hasSize(2);
  }

  @Test
  void twoPhotosOfOnePurchaseStandSideBySideAndOneCanGo() {
    var first = sendAndRead(context, household, user, PHOTO);
    var second = sendAndRead(context, household, user, "receipts/lindenhof-skewed.jpg");
    open();

    var card = _get(SamePurchaseCard.class);
    assertThat(text(card))
        .contains("This looks like the same purchase as", ReceiptText.name(first.summary()));
    assertThat(card.getElement().getOuterHTML())
        .contains(Thumb.pathOf(first.id()), Thumb.pathOf(second.id()));
    _click(_get(Button.class, spec -> spec.withText("Remove this one")));

    eventually(() -> _assertNone(SamePurchaseCard.class));
    assertThat(receipts.list(household, null, 5).items())
        .extracting(ReceiptSummary::id)
        .containsExactly(first.id());
    _click(_get(Button.class, spec -> spec.withText("Undo")));
    eventually(() -> _get(SamePurchaseCard.class));
  }

  @Test
  void whoKeepsBothIsNotAskedAgain() {
    sendAndRead(context, household, user, PHOTO);
    var second = sendAndRead(context, household, user, "receipts/lindenhof-skewed.jpg");
    open();

    _click(_get(Button.class, spec -> spec.withText("Keep both")));

    eventually(() -> _assertNone(SamePurchaseCard.class));
    assertThat(_find(ReceiptRow.class)).hasSize(2);
    var summary = second.summary();
    context
        .getBean(ReceiptReview.class)
        .correct(
            household,
            second.id(),
            new ReceiptHeader(
                summary.merchant(), summary.purchasedOn(), summary.total().map(Money::amount)));
    assertThat(receipts.find(household, second.id()).orElseThrow().summary().possibleDuplicateOf())
        .isEmpty();
  }

  @Test
  void theTextOfAnElectronicReceiptIsTakenLikeAPhoto() {
    open();
    _click(_get(Button.class, spec -> spec.withText("Paste text")));
    _click(_get(Button.class, spec -> spec.withText("Take this receipt")));
    assertThat(_get(TextArea.class).getErrorMessage()).startsWith("Please paste the text");

    _get(TextArea.class).setValue("Corner shop\nOat drink 1.95\nTotal 1.95");
    _click(_get(Button.class, spec -> spec.withText("Take this receipt")));

    _assertNone(TextArea.class);
    eventually(() -> assertThat(_find(ReceiptRow.class)).hasSize(1));
    assertThat(receipts.list(household, null, 5).items())
        .extracting(ReceiptSummary::fileName)
        .containsExactly("Pasted text");
  }

  @Test
  void theAddressToForwardReceiptsToIsSetUpAndCanBeCopied() {
    open();

    _click(_get(Button.class, spec -> spec.withText("Set up an address")));

    var address = context.getBean(MailAddresses.class).find(household).orElseThrow();
    assertThat(address).matches("receipts\\+[a-z2-9]{20}@example\\.org");
    assertThat(_get(TextField.class).getValue()).isEqualTo(address);
    _get(Button.class, spec -> spec.withText("Copy"));
    _click(_get(Button.class, spec -> spec.withText("New address")));
    assertThat(_get(TextField.class).getValue()).isNotEqualTo(address);
  }

  @Test
  void aFailureSaysWhyAndCanBeTriedAgain() {
    StandInAi.get().refuseReceipts(422, "problem-no-text-found");
    send(context, household, user, "bad/wall.jpg");
    open();
    eventually(() ->
        assertThat(text(_get(UnderWayRow.class)))
            .contains("No text could be found", "Reading failed"));
    StandInAi.get().answerAsRecorded();

    _click(_get(Button.class, spec -> spec.withText("Try again")));

    eventually(() -> assertThat(_find(ReceiptRow.class)).hasSize(1));
  }

  @Test
  void theReceiptsOfAnotherHouseholdNeverShow() {
    var neighbours = Screens.found(context, Screens.newEmail());
    send(context, neighbours.household(), neighbours.user(), PHOTO);

    open();

    _get(EmptyState.class);
    _assertNone(StageBar.class);
  }

  private void open() {
    Screens.openAs(context, email);
    UI.getCurrent().navigate("receipts");
  }
}
