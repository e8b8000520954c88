package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.Money;
import io.groceryplanner.receipts.ShopMemory.Recount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much a line is of, and what it costs: as read, until a person says otherwise. */
@Embeddable
class LineAmount {

  private static final String PIECE = "piece";

  @Column(nullable = false)
  private BigDecimal quantity;

  @Column(nullable = false)
  private String unit;

  @Column private @Nullable BigDecimal unitPrice;

  @Column(nullable = false)
  private BigDecimal lineTotal;

  @Column(nullable = false)
  private BigDecimal discount;

  @SuppressWarnings("NullAway.Init")
  protected LineAmount() {}

  private LineAmount(
      BigDecimal quantity,
      String unit,
      @Nullable BigDecimal unitPrice,
      BigDecimal lineTotal,
      BigDecimal discount) {
    this.quantity = quantity;
    this.unit = unit;
    this.unitPrice = unitPrice;
    this.lineTotal = lineTotal;
    this.discount = discount;
  }

  static LineAmount of(ReceiptExtraction.Line read) {
    return new LineAmount(
        printedQuantity(read),
        printedUnit(read),
        read.unitPrice(),
        read.lineTotal(),
        read.discount() == null ? BigDecimal.ZERO : read.discount());
  }

  private static BigDecimal printedQuantity(ReceiptExtraction.Line read) {
    return read.quantity() == null ? BigDecimal.ONE : read.quantity();
  }

  private static String printedUnit(ReceiptExtraction.Line read) {
    return read.unit() == null ? PIECE : read.unit();
  }

  BigDecimal quantity() {
    return quantity;
  }

  /** Without zeros that say nothing. */
  BigDecimal shownQuantity() {
    var plain = quantity.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  String unit() {
    return unit;
  }

  Optional<BigDecimal> unitPrice() {
    return Optional.ofNullable(unitPrice);
  }

  BigDecimal lineTotal() {
    return lineTotal;
  }

  BigDecimal discount() {
    return discount;
  }

  Money paid(String currency) {
    return Money.of(lineTotal.add(discount), currency);
  }

  boolean isMoneyBack() {
    return lineTotal.signum() < 0;
  }

  void correct(LineCorrection said) {
    quantity = said.quantity();
    unit = said.unit();
    lineTotal = said.lineTotal();
    discount = said.discount();
  }

  /** Gives a part of itself away. */
  LineAmount split(ReceiptLines.Part part) {
    if (quantity.compareTo(part.quantity()) > 0) {
      quantity = quantity.subtract(part.quantity());
    }
    lineTotal = lineTotal.subtract(part.lineTotal());
    unitPrice = null;
    return new LineAmount(part.quantity(), unit, null, part.lineTotal(), BigDecimal.ZERO);
  }

  /** Takes another's money, and its quantity where both are counted alike. */
  void take(LineAmount other, boolean areItems) {
    if (areItems && unit.equals(other.unit)) {
      quantity = quantity.add(other.quantity);
    }
    lineTotal = lineTotal.add(other.lineTotal);
    discount = discount.add(other.discount);
    unitPrice = null;
  }

  /** Counts as a person did last time. */
  void countAs(Recount last) {
    if (last.printedUnit().equals(unit)) {
      quantity = quantity.multiply(last.each());
      unit = last.unit();
    }
  }

  /**
   * How it is counted, where that is otherwise than printed. Another number of the same unit is a
   * misreading put right, unless the printed price confirms what was read or it is the number of
   * pieces that the pack is printed to hold.
   */
  Optional<Recount> recount(ReceiptExtraction.Line read) {
    var printedQuantity = printedQuantity(read);
    var printedUnit = printedUnit(read);
    boolean isConfirmed =
        read.unitPrice() != null
            && read.unitPrice().multiply(printedQuantity).compareTo(read.lineTotal()) == 0;
    boolean isPack =
        PackSize.in(read.description())
            .filter(pack -> pack.per().equals(PackSize.PIECE) && unit.equals(PIECE))
            .filter(pack -> pack.times(printedQuantity).quantity().compareTo(quantity) == 0)
            .isPresent();
    // What was split or joined is not all that stands on the paper.
    boolean isWhole = lineTotal.compareTo(read.lineTotal()) == 0;
    boolean isOtherwise =
        !unit.equals(printedUnit)
            || ((isConfirmed || isPack) && quantity.compareTo(printedQuantity) != 0);
    if (!isWhole || !isOtherwise || printedQuantity.signum() <= 0) {
      return Optional.empty();
    }
    var each = quantity.divide(printedQuantity, 3, RoundingMode.HALF_UP);
    return each.signum() > 0 ? Optional.of(new Recount(printedUnit, unit, each)) : Optional.empty();
  }
}
