package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.drafts.Drafts;
import io.groceryplanner.drafts.FormDraft;
import io.groceryplanner.receipts.ReceiptId;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** What a person was typing into the forms about the receipt that is shown. */
class ReviewDrafts {

  private final Drafts drafts;
  private final HouseholdId household;
  private final UserId user;
  private final Supplier<ReceiptId> shown;

  ReviewDrafts(Drafts drafts, HouseholdId household, UserId user, Supplier<ReceiptId> shown) {
    this.drafts = drafts;
    this.household = household;
    this.user = user;
    this.shown = shown;
  }

  FormDraft header() {
    return draft("receipt-header:" + shown.get());
  }

  FormDraft split(int lineNo) {
    return draft(splits() + lineNo);
  }

  /** The first line whose split somebody was typing. */
  OptionalInt lineBeingSplit() {
    return drafts.listKeys(household, user, splits()).stream()
        .mapToInt(key -> Integer.parseInt(key.substring(splits().length())))
        .findFirst();
  }

  private String splits() {
    return "receipt-split:" + shown.get() + ":";
  }

  private FormDraft draft(String formKey) {
    return new FormDraft(drafts, household, user, formKey);
  }
}
