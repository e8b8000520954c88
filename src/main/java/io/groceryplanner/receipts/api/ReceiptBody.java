package io.groceryplanner.receipts.api;

import io.groceryplanner.base.Money;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.receipts.Arithmetic;
import io.groceryplanner.receipts.LineBox;
import io.groceryplanner.receipts.Receipt;
import io.groceryplanner.receipts.ReceiptId;
import io.groceryplanner.receipts.ReceiptLine;
import io.groceryplanner.receipts.ReceiptSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A receipt as REST answers it; what is not known is null. */
record ReceiptBody(
    UUID id,
    String stage,
    String condition,
    @Nullable String failureReason,
    String fileName,
    Instant uploadedAt,
    @Nullable String merchant,
    @Nullable LocalDate purchasedOn,
    String currency,
    @Nullable BigDecimal total,
    List<Line> lines,
    Sums arithmetic,
    @Nullable UUID possibleDuplicateOf) {

  static ReceiptBody of(
      Receipt receipt, @Nullable String failureReason, Optional<ReceiptId> possibleDuplicateOf) {
    var summary = receipt.summary();
    return new ReceiptBody(
        receipt.id().value(),
        lowerCase(summary.stage()),
        lowerCase(summary.condition()),
        failureReason,
        summary.fileName(),
        summary.uploadedAt(),
        summary.merchant().orElse(null),
        summary.purchasedOn().orElse(null),
        receipt.currency(),
        summary.total().map(Money::amount).orElse(null),
        receipt.lines().stream().map(Line::of).toList(),
        Sums.of(summary.arithmetic()),
        possibleDuplicateOf.map(ReceiptId::value).orElse(null));
  }

  /** How far a receipt is. */
  record Status(UUID id, String stage, String condition) {

    static Status of(ReceiptSummary summary) {
      return new Status(
          summary.id().value(), lowerCase(summary.stage()), lowerCase(summary.condition()));
    }
  }

  /** A receipt in a list. */
  record Summary(
      UUID id,
      String stage,
      String condition,
      @Nullable String failureReason,
      String fileName,
      Instant uploadedAt,
      @Nullable String merchant,
      @Nullable LocalDate purchasedOn,
      @Nullable String currency,
      @Nullable BigDecimal total,
      int lineCount) {

    static Summary of(ReceiptSummary summary, @Nullable String failureReason) {
      return new Summary(
          summary.id().value(),
          lowerCase(summary.stage()),
          lowerCase(summary.condition()),
          failureReason,
          summary.fileName(),
          summary.uploadedAt(),
          summary.merchant().orElse(null),
          summary.purchasedOn().orElse(null),
          summary.total().map(total -> total.currency().getCurrencyCode()).orElse(null),
          summary.total().map(Money::amount).orElse(null),
          summary.lines());
    }
  }

  /**
   * @param corrected whether somebody said something about it, if only that it is right
   */
  record Line(
      int lineNo,
      String kind,
      String rawText,
      String description,
      BigDecimal quantity,
      String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal lineTotal,
      BigDecimal discount,
      double confidence,
      @Nullable LineBox box,
      boolean stocked,
      @Nullable UUID itemId,
      @Nullable String matchSource,
      @Nullable Double matchConfidence,
      @Nullable UUID categoryId,
      @Nullable String categorySource,
      @Nullable UUID locationId,
      @Nullable LocalDate useBy,
      boolean corrected) {

    static Line of(ReceiptLine line) {
      return new Line(
          line.lineNo(),
          lowerCase(line.kind()),
          line.rawText(),
          line.description(),
          line.quantity(),
          line.unit(),
          line.unitPrice().orElse(null),
          line.lineTotal(),
          line.discount(),
          line.confidence(),
          line.box().orElse(null),
          line.stocked(),
          line.item().map(ItemId::value).orElse(null),
          line.matchSource().map(ReceiptBody::lowerCase).orElse(null),
          line.matchConfidence().isPresent() ? line.matchConfidence().getAsDouble() : null,
          line.category().map(CategoryId::value).orElse(null),
          line.categorySource().map(ReceiptBody::lowerCase).orElse(null),
          line.location().map(LocationId::value).orElse(null),
          line.useBy().orElse(null),
          line.corrected());
    }
  }

  record Sums(
      BigDecimal linesTotal,
      BigDecimal taxOnTop,
      BigDecimal rounding,
      @Nullable BigDecimal difference) {

    static Sums of(Arithmetic arithmetic) {
      return new Sums(
          arithmetic.linesTotal(),
          arithmetic.taxOnTop(),
          arithmetic.rounding(),
          arithmetic.difference().orElse(null));
    }
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
