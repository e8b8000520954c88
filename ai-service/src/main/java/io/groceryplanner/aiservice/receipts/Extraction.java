package io.groceryplanner.aiservice.receipts;

import io.groceryplanner.aiservice.receipts.parsing.Found;
import io.groceryplanner.aiservice.receipts.parsing.ParsedLine;
import io.groceryplanner.aiservice.receipts.parsing.ParsedReceipt;
import io.groceryplanner.aiservice.receipts.reading.Box;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a receipt says, as it is answered; see {@code contract/openapi.yaml}. */
public record Extraction(
    @Nullable String merchant,
    @Nullable LocalDate date,
    @Nullable String currency,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    @Nullable BigDecimal rounding,
    @Nullable BigDecimal discounts,
    @Nullable BigDecimal total,
    List<Line> lines,
    Arithmetic arithmetic,
    Confidences confidence,
    Boxes boxes,
    Sheet image,
    List<String> languages,
    String rawText,
    String modelVersion,
    long processingMillis) {

  /** One line of the receipt. */
  public record Line(
      int lineNo,
      String kind,
      String rawText,
      String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal lineTotal,
      BigDecimal discount,
      BigDecimal confidence,
      Fraction box) {}

  /** How the lines' sum compares with the printed total. */
  public record Arithmetic(BigDecimal linesTotal, @Nullable BigDecimal difference) {}

  /** How sure each field is; 0 for one that was not found. */
  public record Confidences(
      BigDecimal merchant, BigDecimal date, BigDecimal currency, BigDecimal total) {}

  /** Where each field stands. */
  public record Boxes(
      @Nullable Fraction merchant, @Nullable Fraction date, @Nullable Fraction total) {}

  /** The upright picture. */
  public record Sheet(int width, int height, int pages) {}

  /** A box in fractions of the picture. */
  public record Fraction(BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal height) {

    static Fraction of(Box box, Sheet sheet) {
      double left = Math.clamp(box.left() / sheet.width, 0, 1);
      double top = Math.clamp(box.top() / sheet.height, 0, 1);
      double right = Math.clamp(box.right() / sheet.width, left, 1);
      double bottom = Math.clamp(box.bottom() / sheet.height, top, 1);
      return new Fraction(part(left), part(top), part(right - left), part(bottom - top));
    }

    private static BigDecimal part(double value) {
      return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
  }

  static Extraction of(
      ParsedReceipt receipt,
      Sheet sheet,
      UnaryOperator<Box> onSheet,
      List<String> languages,
      String version,
      long millis) {
    List<Line> lines = new ArrayList<>();
    for (ParsedLine line : receipt.lines()) {
      lines.add(
          new Line(
              lines.size() + 1,
              line.kind().name().toLowerCase(Locale.ROOT),
              line.rawText(),
              line.description(),
              line.quantity(),
              line.unit(),
              line.unitPrice(),
              line.lineTotal(),
              line.discount(),
              Calibration.LINE.share(line.confidence(), receipt.isClosed()),
              Fraction.of(onSheet.apply(line.box()), sheet)));
    }
    return new Extraction(
        value(receipt.merchant()),
        value(receipt.date()),
        value(receipt.currency()),
        receipt.subtotal(),
        receipt.tax(),
        receipt.rounding(),
        receipt.discounts(),
        value(receipt.total()),
        List.copyOf(lines),
        new Arithmetic(receipt.linesTotal(), receipt.difference()),
        new Confidences(
            confidence(Calibration.MERCHANT, receipt.merchant(), receipt),
            confidence(Calibration.DATE, receipt.date(), receipt),
            confidence(Calibration.CURRENCY, receipt.currency(), receipt),
            confidence(Calibration.TOTAL, receipt.total(), receipt)),
        new Boxes(
            box(receipt.merchant(), sheet, onSheet),
            box(receipt.date(), sheet, onSheet),
            box(receipt.total(), sheet, onSheet)),
        sheet,
        languages,
        receipt.rawText(),
        version,
        millis);
  }

  private static <T> @Nullable T value(@Nullable Found<T> found) {
    return found == null ? null : found.value();
  }

  private static BigDecimal confidence(
      Calibration calibration, @Nullable Found<?> found, ParsedReceipt receipt) {
    return calibration.share(found == null ? 0 : found.confidence(), receipt.isClosed());
  }

  private static @Nullable Fraction box(
      @Nullable Found<?> found, Sheet sheet, UnaryOperator<Box> onSheet) {
    return found == null || found.box() == null
        ? null
        : Fraction.of(onSheet.apply(found.box()), sheet);
  }
}
