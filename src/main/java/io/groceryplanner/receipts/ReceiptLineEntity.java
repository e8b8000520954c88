package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.inventory.CategoryId;
import io.groceryplanner.inventory.Delivery;
import io.groceryplanner.inventory.Item;
import io.groceryplanner.inventory.ItemId;
import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.LocationId;
import io.groceryplanner.receipts.ShopMemory.Remembered;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "receipt_line")
class ReceiptLineEntity implements Persistable<ReceiptLineEntity.Key> {

  @Embeddable
  record Key(UUID receiptId, int lineNo) {}

  @EmbeddedId private Key id;

  @Transient private boolean isNew;

  @Column(nullable = false, updatable = false)
  private UUID householdId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private LineKind kind;

  @Column(nullable = false)
  private String rawText;

  @Column(nullable = false)
  private String description;

  @Embedded private LineAmount amount;

  @Column(nullable = false)
  private double confidence;

  @Embedded
  @AttributeOverride(name = "x", column = @Column(name = "box_x"))
  @AttributeOverride(name = "y", column = @Column(name = "box_y"))
  @AttributeOverride(name = "width", column = @Column(name = "box_width"))
  @AttributeOverride(name = "height", column = @Column(name = "box_height"))
  private @Nullable LineBox box;

  @Column(nullable = false)
  private boolean stocked;

  @Embedded private LineMatch match = new LineMatch();

  @Embedded private LineCategory category = new LineCategory();

  @Column private @Nullable UUID locationId;
  @Column private @Nullable LocalDate useBy;

  @Column(nullable = false)
  private boolean corrected;

  @Column(nullable = false)
  private boolean removed;

  @Column(updatable = false)
  private @Nullable String requestKey;

  @SuppressWarnings("NullAway.Init")
  protected ReceiptLineEntity() {}

  ReceiptLineEntity(HouseholdId household, ReceiptId receipt, ReceiptExtraction.Line line) {
    this.id = new Key(receipt.value(), line.lineNo());
    this.isNew = true;
    this.householdId = household.value();
    this.kind = LineKind.valueOf(line.kind().toUpperCase(Locale.ROOT));
    this.rawText = line.rawText();
    this.description =
        line.description().isBlank() ? "?" : ItemName.asPrinted(line.description()).shown();
    this.amount = LineAmount.of(line);
    this.confidence = line.confidence();
    this.box =
        line.box() == null
            ? null
            : new LineBox(line.box().x(), line.box().y(), line.box().width(), line.box().height());
    this.stocked = kind == LineKind.ITEM && !isMoneyBack();
  }

  /** A line that a person writes; nothing was read. */
  static ReceiptLineEntity written(
      HouseholdId household, ReceiptId receipt, int lineNo, LineCorrection said) {
    var line =
        new ReceiptLineEntity(
            household,
            receipt,
            new ReceiptExtraction.Line(
                lineNo,
                "item",
                "",
                said.description(),
                said.quantity(),
                said.unit(),
                null,
                said.lineTotal(),
                said.discount(),
                1,
                null));
    line.correct(said);
    return line;
  }

  /** Whether this is the same place of the paper, or the same words where no place is known. */
  boolean standsFor(ReceiptExtraction.Line read) {
    var there = read.box();
    if (box == null || there == null) {
      return !rawText.isBlank() && rawText.strip().equalsIgnoreCase(read.rawText().strip());
    }
    var shared =
        Math.min(box.y() + box.height(), there.y() + there.height()) - Math.max(box.y(), there.y());
    return shared > Math.min(box.height(), there.height()) / 2;
  }

  @Override
  public Key getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return isNew;
  }

  @PostLoad
  @PostPersist
  void stored() {
    isNew = false;
    // Of columns that are all empty nothing is made.
    match = Objects.requireNonNullElseGet(match, LineMatch::new);
    category = Objects.requireNonNullElseGet(category, LineCategory::new);
  }

  int lineNo() {
    return id.lineNo();
  }

  ItemName name() {
    return new ItemName(description);
  }

  boolean isItem() {
    return kind == LineKind.ITEM;
  }

  boolean isStocked() {
    return stocked;
  }

  boolean lacksCategory() {
    return isItem() && !category.isKnown();
  }

  Optional<ItemId> item() {
    return match.item();
  }

  /** What a stock entry made of this line names as its origin. */
  String origin() {
    return "receipt:" + id.receiptId() + ":" + id.lineNo();
  }

  Optional<LocationId> location() {
    return Optional.ofNullable(locationId).map(LocationId::new);
  }

  Optional<LocalDate> useBy() {
    return Optional.ofNullable(useBy);
  }

  Optional<CategoryId> category() {
    return category.id();
  }

  /** Takes what is known of the item, where nobody said otherwise. */
  void match(Item item, MatchSource source, double confidence) {
    match.found(item.id(), source, confidence);
    description = item.name();
    if (!category.isKnown()) {
      item.category().ifPresent(category::known);
    }
    if (locationId == null) {
      locationId = item.location().map(LocationId::value).orElse(null);
    }
  }

  /** Calls it something a person can read, as long as nobody said otherwise. */
  void call(String name) {
    if (corrected) {
      return;
    }
    description = new ItemName(name).shown();
  }

  /** Takes what this text meant at this shop last time; what somebody wrote stays as written. */
  void recall(Remembered last) {
    match.remembered(last.confidence());
    if (corrected) {
      return;
    }
    description = last.description();
    stocked = last.stocked() && !isMoneyBack();
    last.category().filter(_ -> last.item().isEmpty()).ifPresent(category::known);
    last.recount().ifPresent(amount::countAs);
  }

  LineAmount amount() {
    return amount;
  }

  /** Whether it is something given back rather than bought. */
  final boolean isMoneyBack() {
    return amount.isMoneyBack();
  }

  /** Offers what it may mean; nothing is changed by it. */
  void offer(ItemId item, double confidence) {
    match.offer(item, confidence);
  }

  /** What it may mean, says the model, 0 to 1. */
  Optional<ItemId> meant() {
    return match.meant();
  }

  double meantConfidence() {
    return match.meantConfidence();
  }

  /** What is put away of it. */
  Delivery delivery(Optional<LocalDate> purchasedOn, String currency) {
    return new Delivery(
        origin(),
        name(),
        category(),
        location(),
        amount.quantity(),
        amount.unit(),
        Optional.of(amount.paid(currency)),
        purchasedOn,
        useBy());
  }

  /** Says which request made it. */
  ReceiptLineEntity madeBy(Optional<RequestKey> request) {
    requestKey = request.map(RequestKey::value).orElse(null);
    return this;
  }

  /** Gives a part of itself to a new line. */
  ReceiptLineEntity split(int number, ItemName name, ReceiptLines.Part part) {
    var other = new ReceiptLineEntity();
    other.id = new Key(id.receiptId(), number);
    other.isNew = true;
    other.householdId = householdId;
    other.kind = kind;
    other.rawText = rawText;
    other.description = name.shown();
    other.amount = amount.split(part);
    other.confidence = confidence;
    other.box = box;
    other.stocked = stocked;
    other.corrected = true;
    corrected = true;
    return other;
  }

  /** Takes another line's money, and its amount where both are counted alike. */
  void take(ReceiptLineEntity other) {
    amount.take(other.amount, isItem() && other.isItem());
    corrected = true;
  }

  void remove(boolean isRemoved) {
    removed = isRemoved;
    corrected = true;
  }

  boolean isRemoved() {
    return removed;
  }

  /** Stays as it is when the photo is read again. */
  void keep() {
    corrected = true;
  }

  /** Says which item it was put away as. */
  void became(ItemId item) {
    match.became(item);
  }

  void categorize(CategoryId guess, CategorySource source, double certainty) {
    category.guessed(guess, source, certainty);
  }

  /** A first guess; what is known already stays. */
  void guessLocation(Optional<LocationId> location) {
    if (stocked && locationId == null) {
      locationId = location.map(LocationId::value).orElse(null);
    }
  }

  /** A first guess; what is known already stays. */
  void guessUseBy(Optional<LocalDate> useBy) {
    if (stocked && this.useBy == null) {
      this.useBy = useBy.orElse(null);
    }
  }

  /** Moves a guess along with the day it was counted from; what a person said stays. */
  void moveUseBy(LocalDate from, LocalDate to) {
    if (!corrected && useBy != null) {
      useBy = useBy.plusDays(ChronoUnit.DAYS.between(from, to));
    }
  }

  boolean isCorrected() {
    return corrected;
  }

  void correct(LineCorrection said) {
    var name = new ItemName(said.description());
    if (!name.key().equals(name().key())) {
      match.renamed();
    }
    description = name.shown();
    amount.correct(said);
    stocked = said.stocked();
    category.said(said.category());
    locationId = said.location().map(LocationId::value).orElse(null);
    useBy = said.useBy().orElse(null);
    corrected = true;
  }

  ReceiptLine asLine() {
    return new ReceiptLine(
        lineNo(),
        kind,
        rawText,
        description,
        amount.shownQuantity(),
        amount.unit(),
        amount.unitPrice(),
        amount.lineTotal(),
        amount.discount(),
        confidence,
        Optional.ofNullable(box),
        stocked,
        item(),
        match.source(),
        match.confidence(),
        category(),
        category.source(),
        location(),
        useBy(),
        corrected);
  }
}
