package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.household.Households;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.live.ChangeNotice;
import io.groceryplanner.live.ChangeNotices;
import io.groceryplanner.receipts.ReceiptProgress.ToExtract;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a photo again while its receipt is open for review. The receipt's stage stays, so a person
 * can go on meanwhile; what they corrected stays too, unless they say otherwise.
 */
@Service
@TenantScoped
public class ReceiptRescan {

  private final ReceiptRepository receipts;
  private final ReceiptLineRepository lines;
  private final ReceiptProgress progress;
  private final SamePurchases samePurchases;
  private final Households households;
  private final ReceiptQueue queue;
  private final ChangeNotices notices;
  private final JsonMapper json;
  private final Clock clock;

  ReceiptRescan(
      ReceiptRepository receipts,
      ReceiptLineRepository lines,
      ReceiptProgress progress,
      SamePurchases samePurchases,
      Households households,
      ReceiptQueue queue,
      ChangeNotices notices,
      JsonMapper json,
      Clock clock) {
    this.receipts = receipts;
    this.lines = lines;
    this.progress = progress;
    this.samePurchases = samePurchases;
    this.households = households;
    this.queue = queue;
    this.notices = notices;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Has the photo read again; false when the receipt is not open for review.
   *
   * @param replacingAll also what a person corrected
   */
  public boolean begin(HouseholdId household, ReceiptId id, boolean replacingAll) {
    var receipt = open(household, id);
    receipt.ifPresent(found -> {
      found.rescan(
          replacingAll ? Rescan.REPLACING_ALL : Rescan.KEEPING_CORRECTIONS, clock.instant());
      queue.scheduleRescan(household, id);
      publish(household, id);
    });
    return receipt.isPresent();
  }

  /** What to read, if that is still wanted. */
  Optional<ToExtract> findToExtract(HouseholdId household, ReceiptId id) {
    return open(household, id)
        .filter(ReceiptRescan::isWanted)
        .map(receipt ->
            new ToExtract(
                receipt.upload().original(),
                receipt.upload().mediaType(),
                households.get(household).currency().getCurrencyCode()));
  }

  /** Takes the second reading in place of the first. */
  void keep(HouseholdId household, ReceiptId id, ReceiptExtraction extraction) {
    var found = open(household, id).filter(ReceiptRescan::isWanted);
    if (found.isEmpty()) {
      return;
    }
    var receipt = found.get();
    var replacesAll = receipt.rescan().equals(Optional.of(Rescan.REPLACING_ALL));
    lines.delete(household.value(), id.value(), replacesAll);
    var kept = lines.listCorrected(household.value(), id.value());
    var fresh = fresh(household, id, extraction, kept);
    fresh.forEach(lines::save);
    receipt.readAgain(extraction, json.writeValueAsString(extraction));
    progress.match(household, receipt, fresh);
    var all = new ArrayList<>(kept.stream().filter(line -> !line.isRemoved()).toList());
    all.addAll(fresh);
    samePurchases.note(household, receipt, all);
    end(household, receipt, null);
    queue.scheduleNext(household, id, receipt.stage());
  }

  /** Says that it did not work; everything is as it was. */
  void fail(HouseholdId household, ReceiptId id) {
    open(household, id)
        .filter(ReceiptRescan::isWanted)
        .ifPresent(receipt -> end(household, receipt, Rescan.FAILED));
  }

  /** What stands on the paper beside the lines that stay, under numbers that are free. */
  private static List<ReceiptLineEntity> fresh(
      HouseholdId household,
      ReceiptId id,
      ReceiptExtraction extraction,
      List<ReceiptLineEntity> kept) {
    var taken = kept.stream().map(ReceiptLineEntity::lineNo).collect(Collectors.toSet());
    var free =
        IntStream.iterate(1, number -> number + 1).filter(n -> !taken.contains(n)).iterator();
    return extraction.lines().stream()
        .filter(read -> kept.stream().noneMatch(line -> line.standsFor(read)))
        .map(read -> new ReceiptLineEntity(household, id, read.numbered(free.nextInt())))
        .toList();
  }

  private Optional<ReceiptEntity> open(HouseholdId household, ReceiptId id) {
    return receipts
        .hold(household.value(), id.value())
        .filter(receipt -> receipt.stage() == Stage.READY_FOR_REVIEW);
  }

  private static boolean isWanted(ReceiptEntity receipt) {
    return receipt.rescan().filter(rescan -> rescan != Rescan.FAILED).isPresent();
  }

  private void end(HouseholdId household, ReceiptEntity receipt, @Nullable Rescan outcome) {
    receipt.rescan(outcome, clock.instant());
    publish(household, receipt.receiptId());
  }

  private void publish(HouseholdId household, ReceiptId id) {
    notices.publish(new ChangeNotice(household, Receipts.TOPIC, id.toString()));
  }
}
