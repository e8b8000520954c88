package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.UserId;
import io.groceryplanner.storage.FileKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receipts that are read already and ready for review, without a picture and without ai-service.
 */
class ReadReceipts {

  private final Receipts receipts;
  private final ReceiptProgress progress;
  private final TransactionTemplate transaction;

  ReadReceipts(Receipts receipts, ReceiptProgress progress, TransactionTemplate transaction) {
    this.receipts = receipts;
    this.progress = progress;
    this.transaction = transaction;
  }

  /** One transaction for all stages, so that no step in the background comes in between. */
  ReceiptId ready(HouseholdId household, ReceiptExtraction extraction) {
    var id = new ReceiptId(UUID.randomUUID());
    var upload =
        new StoredUpload(
            id.toString(),
            FileKey.of(household, id.value(), "jpg"),
            FileKey.of(household, id.value(), "shown.jpg"),
            FileKey.of(household, id.value(), "thumbnail.jpg"),
            "image/jpeg",
            "receipt.jpg",
            1);
    transaction.executeWithoutResult(_ -> {
      receipts.add(household, id, upload, new UserId(UUID.randomUUID()), true);
      progress.keepExtraction(household, id, extraction);
      progress.createLines(household, id);
      progress.matchLines(household, id);
    });
    return id;
  }

  static ReceiptExtraction extraction(
      String merchant,
      @Nullable LocalDate date,
      String currency,
      List<ReceiptExtraction.Line> lines) {
    var total =
        lines.stream()
            .map(ReceiptExtraction.Line::lineTotal)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new ReceiptExtraction(
        merchant, date, currency, null, null, null, null, total, lines, null, Map.of(), null, null,
        null, null, "test", 1);
  }

  /** Lines of one piece each, such as {@code "BUTTER 250G 1.99"}. */
  static List<ReceiptExtraction.Line> lines(String... printed) {
    var lines = new ArrayList<ReceiptExtraction.Line>();
    for (var text : printed) {
      int price = text.lastIndexOf(' ');
      lines.add(
          line(
              lines.size() + 1,
              text.substring(0, price),
              null,
              null,
              null,
              new BigDecimal(text.substring(price + 1))));
    }
    return lines;
  }

  static ReceiptExtraction.Line line(
      int lineNo,
      String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal total) {
    return new ReceiptExtraction.Line(
        lineNo,
        "item",
        description,
        description,
        quantity,
        unit,
        unitPrice,
        total,
        BigDecimal.ZERO,
        0.95,
        null);
  }
}
