package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.Money;
import io.groceryplanner.base.NewAwareEntity;
import io.groceryplanner.base.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A receipt that a person removed is not found any more; only {@link ReceiptRemoval} sees it. */
@Entity
@Table(name = "receipt")
@SQLRestriction("removed_at is null")
class ReceiptEntity extends NewAwareEntity {

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Stage stage;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Condition condition;

  @Column private @Nullable String failure;

  @Embedded private ReceiptUpload upload;

  @Column(nullable = false)
  private Instant changedAt;

  @Column private @Nullable String merchant;
  @Column private @Nullable UUID shopId;
  @Column private @Nullable LocalDate purchasedOn;
  @Column private @Nullable String currency;
  @Column private @Nullable BigDecimal subtotal;
  @Column private @Nullable BigDecimal tax;
  @Column private @Nullable BigDecimal rounding;
  @Column private @Nullable BigDecimal discounts;
  @Column private @Nullable BigDecimal total;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  private @Nullable String extraction;

  @Column private @Nullable Instant meaningsComparedAt;

  @Column private @Nullable Instant confirmedAt;
  @Column private @Nullable UUID confirmedBy;
  @Column private @Nullable Instant removedAt;
  @Column private @Nullable UUID possibleDuplicateOf;

  @Column(nullable = false)
  private boolean keptBeside;

  @Enumerated(EnumType.STRING)
  @Column
  private @Nullable Rescan rescan;

  @Column(nullable = false)
  private boolean headerCorrected;

  @Version private long version;

  @SuppressWarnings("NullAway.Init")
  protected ReceiptEntity() {}

  ReceiptEntity(HouseholdId household, ReceiptId id, StoredUpload upload, UserId by, Instant now) {
    super(id.value());
    this.householdId = household.value();
    this.stage = Stage.PENDING;
    this.condition = Condition.OK;
    this.upload = new ReceiptUpload(upload, by, now);
    this.changedAt = now;
  }

  ReceiptId receiptId() {
    return new ReceiptId(getId());
  }

  Stage stage() {
    return stage;
  }

  Condition condition() {
    return condition;
  }

  /** Moves on to the very next stage. */
  void advanceTo(Stage next, Instant now) {
    if (next.ordinal() != stage.ordinal() + 1) {
      throw new IllegalStateException(stage + " does not lead to " + next);
    }
    stage = next;
    condition = Condition.OK;
    failure = null;
    changedAt = now;
  }

  void await(Instant now) {
    condition = Condition.AWAITING_AI;
    failure = null;
    changedAt = now;
  }

  void fail(String code, Instant now) {
    condition = Condition.FAILED;
    failure = code;
    changedAt = now;
  }

  void tryAgain(Instant now) {
    condition = Condition.OK;
    failure = null;
    changedAt = now;
  }

  void read(ReceiptExtraction extracted, String asJson) {
    merchant = extracted.merchant();
    purchasedOn = extracted.date();
    currency = extracted.currency();
    subtotal = extracted.subtotal();
    tax = extracted.tax();
    rounding = extracted.rounding();
    discounts = extracted.discounts();
    total = extracted.total();
    extraction = asJson;
  }

  ReceiptHeader header() {
    return new ReceiptHeader(merchant(), purchasedOn(), Optional.ofNullable(total));
  }

  void correct(ReceiptHeader header, Instant now) {
    merchant = header.merchant().orElse(null);
    purchasedOn = header.purchasedOn().orElse(null);
    total = header.total().orElse(null);
    headerCorrected = true;
    changedAt = now;
  }

  /** Goes to review without waiting for the AI service; a person enters what is missing. */
  void openByHand(Instant now) {
    if (!stage.isUnderWay()) {
      throw new IllegalStateException(stage + " is open already");
    }
    stage = Stage.READY_FOR_REVIEW;
    condition = Condition.OK;
    failure = null;
    changedAt = now;
  }

  void rescan(@Nullable Rescan wanted, Instant now) {
    rescan = wanted;
    changedAt = now;
  }

  Optional<Rescan> rescan() {
    return Optional.ofNullable(rescan);
  }

  /** Takes a second reading; shop, date and total stay where a person said them. */
  void readAgain(ReceiptExtraction extracted, String asJson) {
    var before = header();
    var staysAsSaid = headerCorrected && rescan == Rescan.KEEPING_CORRECTIONS;
    read(extracted, asJson);
    if (staysAsSaid) {
      correct(before, changedAt);
    } else {
      headerCorrected = false;
    }
  }

  void confirm(UserId by, Instant now) {
    advanceTo(Stage.CONFIRMED, now);
    confirmedAt = now;
    confirmedBy = by.value();
  }

  /** Goes back to review; see {@link AcceptanceUndo}. */
  void reopen(Instant now) {
    if (stage != Stage.CONFIRMED) {
      throw new IllegalStateException(stage + " is not accepted");
    }
    stage = Stage.READY_FOR_REVIEW;
    confirmedAt = null;
    confirmedBy = null;
    changedAt = now;
  }

  Optional<Instant> confirmedAt() {
    return Optional.ofNullable(confirmedAt);
  }

  /** Says which of the household's shops it is from. */
  void boughtAt(ShopId shop) {
    shopId = shop.value();
  }

  void meaningsCompared(Instant now) {
    meaningsComparedAt = now;
  }

  boolean hasMeaningsCompared() {
    return meaningsComparedAt != null;
  }

  void remove(Instant now) {
    removedAt = now;
    changedAt = now;
  }

  /** Says which receipt this looks like, or none. */
  void resembles(Optional<ReceiptId> other) {
    possibleDuplicateOf = other.map(ReceiptId::value).orElse(null);
  }

  void keepBeside(Instant now) {
    possibleDuplicateOf = null;
    keptBeside = true;
    changedAt = now;
  }

  boolean isKeptBeside() {
    return keptBeside;
  }

  Purchase purchase(List<BigDecimal> amounts) {
    return new Purchase(Optional.ofNullable(merchant), Optional.ofNullable(total), amounts);
  }

  /** What was sent, and the pictures made of it. */
  ReceiptUpload upload() {
    return upload;
  }

  Optional<String> extraction() {
    return Optional.ofNullable(extraction);
  }

  Optional<String> merchant() {
    return Optional.ofNullable(merchant);
  }

  Optional<LocalDate> purchasedOn() {
    return Optional.ofNullable(purchasedOn);
  }

  Optional<String> currency() {
    return Optional.ofNullable(currency);
  }

  ReceiptSummary summary(int lines, BigDecimal linesTotal, String householdCurrency) {
    var money = currency == null ? householdCurrency : currency;
    return new ReceiptSummary(
        receiptId(),
        stage,
        condition,
        Optional.ofNullable(failure),
        upload.fileName(),
        upload.shown().isPresent(),
        upload.uploadedAt(),
        Optional.ofNullable(merchant),
        purchasedOn(),
        Optional.ofNullable(total).map(amount -> Money.of(amount, money)),
        lines,
        Arithmetic.of(
            linesTotal,
            Optional.ofNullable(subtotal),
            Optional.ofNullable(tax),
            Optional.ofNullable(rounding),
            Optional.ofNullable(total)),
        Optional.ofNullable(possibleDuplicateOf).map(ReceiptId::new),
        rescan());
  }
}
