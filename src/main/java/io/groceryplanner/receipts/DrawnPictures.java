package io.groceryplanner.receipts;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.storage.FileKey;
import org.springframework.stereotype.Service;

/** The pictures of photos that browsers do not show, once ai-service has drawn them. */
@Service
@TenantScoped
class DrawnPictures {

  private final ReceiptRepository receipts;
  private final ChangeNotices notices;

  DrawnPictures(ReceiptRepository receipts, ChangeNotices notices) {
    this.receipts = receipts;
    this.notices = notices;
  }

  /** Says where the picture of a receipt is, at whatever stage that may be by now. */
  public void show(HouseholdId household, ReceiptId id, FileKey shown, FileKey thumbnail) {
    receipts
        .hold(household.value(), id.value())
        .filter(receipt -> receipt.upload().shown().isEmpty())
        .ifPresent(receipt -> {
          receipt.upload().draw(shown, thumbnail);
          notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
        });
  }
}
