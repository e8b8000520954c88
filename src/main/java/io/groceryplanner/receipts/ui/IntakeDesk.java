package io.groceryplanner.receipts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.base.ui.ScreenWork;
import io.groceryplanner.drafts.Drafts;
import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.image.TextSheet;
import io.groceryplanner.security.RateLimits;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Takes in what a person sends, and says beside it what cannot be taken and what was sent before.
 */
class IntakeDesk extends Div {

  private final transient Receipts receipts;
  private final transient ReceiptIntake intake;
  private final transient RateLimits limits;
  private final HouseholdId household;
  private final UserId user;
  private final transient Supplier<LocalDate> today;
  private final transient Runnable read;
  private final transient FormDraft textDraft;

  private final ReceiptDrop drop = new ReceiptDrop(this::take, this::pasteText);
  private final Div duplicates = new Div();

  /**
   * @param read shows the receipts as they are now
   */
  IntakeDesk(
      Receipts receipts,
      ReceiptIntake intake,
      RateLimits limits,
      Drafts drafts,
      HouseholdId household,
      UserId user,
      Supplier<LocalDate> today,
      Runnable read) {
    this.receipts = receipts;
    this.intake = intake;
    this.limits = limits;
    this.textDraft = new FormDraft(drafts, household, user, "receipt-text");
    this.household = household;
    this.user = user;
    this.today = today;
    this.read = read;
    duplicates.addClassName("stack");
    add(drop);
  }

  /** Where questions stand about what was sent before. */
  Div duplicates() {
    return duplicates;
  }

  /** Puts the camera forward for somebody who came to scan. */
  void invite() {
    drop.invite();
  }

  /**
   * Takes one file in, on the thread that received it; pictures take a moment to look at. False
   * when the household sent too many of late.
   */
  boolean take(String fileName, byte[] content) {
    if (!limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      return false;
    }
    var ui = getUI();
    try {
      var result = intake.receive(household, user, fileName, content, false);
      ui.ifPresent(open -> ScreenWork.on(open, () -> answer(result, fileName, content)));
      return true;
    } catch (UncheckedIOException e) {
      ui.ifPresent(
          open -> ScreenWork.on(open, () -> drop.refuse(fileName, "receipts.ui.upload.not-kept")));
      // The browser keeps the file then, to be sent again.
      throw e;
    }
  }

  /** Somebody who was pasting when the page went away goes on where they were. */
  @Override
  protected void onAttach(AttachEvent attached) {
    if (textDraft.isThere()) {
      pasteText();
    }
  }

  private void pasteText() {
    new TextDialog(this::takeText, textDraft).open();
  }

  /** Takes the text of an e-receipt in, as a sheet of paper like any other. */
  private boolean takeText(String text) {
    if (!limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      return false;
    }
    var name = getTranslation("receipts.text.name");
    var result = intake.receiveText(household, user, name, text, false);
    answer(result, name, TextSheet.of(text));
    return true;
  }

  private void answer(IntakeResult result, String fileName, byte[] content) {
    switch (result) {
      case IntakeResult.Received _ -> read.run();
      case IntakeResult.Duplicate(var existing) -> ask(existing, fileName, content);
      case IntakeResult.Refused(var reason) ->
          drop.refuse(fileName, "receipts.refused." + reason.name().toLowerCase(Locale.ROOT));
    }
  }

  /** The content is kept only as long as the question stands on the screen. */
  private void ask(ReceiptId existing, String fileName, byte[] content) {
    receipts
        .find(household, existing)
        .map(Receipt::summary)
        .ifPresent(known -> {
          var card = new Div();
          card.add(
              new DuplicateCard(
                  fileName,
                  known,
                  today.get(),
                  () -> {
                    duplicates.remove(card);
                    answer(
                        intake.receive(household, user, fileName, content, true),
                        fileName,
                        content);
                  },
                  () -> duplicates.remove(card)));
          duplicates.add(card);
        });
  }
}
