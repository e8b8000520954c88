package io.groceryplanner.ai;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ai-service read on a receipt: the body of {@code POST /api/v1/receipts/extract}, see {@code
 * ai-service/contract/openapi.yaml}. What could not be read is null.
 */
public record ReceiptExtraction(
    @Nullable String merchant,
    @Nullable LocalDate date,
    @Nullable String currency,
    @Nullable BigDecimal subtotal,
    @Nullable BigDecimal tax,
    @Nullable BigDecimal rounding,
    @Nullable BigDecimal discounts,
    @Nullable BigDecimal total,
    List<Line> lines,
    @Nullable Arithmetic arithmetic,
    Map<String, Double> confidence,
    @Nullable Map<String, @Nullable Box> boxes,
    @Nullable Image image,
    @Nullable List<String> languages,
    @Nullable String rawText,
    @Nullable String modelVersion,
    long processingMillis) {

  /**
   * @param kind item, deposit or discount
   * @param lineTotal what is printed for the line
   * @param discount what is taken off it, zero or less
   */
  public record Line(
      int lineNo,
      String kind,
      String rawText,
      String description,
      @Nullable BigDecimal quantity,
      @Nullable String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal lineTotal,
      @Nullable BigDecimal discount,
      double confidence,
      @Nullable Box box) {

    /** The same line under another number. */
    public Line numbered(int number) {
      return new Line(
          number,
          kind,
          rawText,
          description,
          quantity,
          unit,
          unitPrice,
          lineTotal,
          discount,
          confidence,
          box);
    }
  }

  /** A place on the upright picture, as fractions of its width and height. */
  public record Box(double x, double y, double width, double height) {}

  public record Arithmetic(@Nullable BigDecimal linesTotal, @Nullable BigDecimal difference) {}

  public record Image(int width, int height, int pages) {}
}
