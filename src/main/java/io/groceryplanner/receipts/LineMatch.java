package io.groceryplanner.receipts;

import io.groceryplanner.inventory.ItemId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which item a line is, why, and which other the model would offer. */
@Embeddable
class LineMatch {

  @Column private @Nullable UUID itemId;

  @Enumerated(EnumType.STRING)
  @Column
  private @Nullable MatchSource matchSource;

  @Column private @Nullable Double matchConfidence;

  @Column private @Nullable UUID meantItemId;

  @Column private @Nullable Double meantConfidence;

  Optional<ItemId> item() {
    return Optional.ofNullable(itemId).map(ItemId::new);
  }

  Optional<MatchSource> source() {
    return Optional.ofNullable(matchSource);
  }

  OptionalDouble confidence() {
    return matchConfidence == null ? OptionalDouble.empty() : OptionalDouble.of(matchConfidence);
  }

  void found(ItemId item, MatchSource source, double confidence) {
    itemId = item.value();
    matchSource = source;
    matchConfidence = confidence;
  }

  /** What it was last time may be nothing that is put away, so no item comes with it. */
  void remembered(double confidence) {
    matchSource = MatchSource.REMEMBERED;
    matchConfidence = confidence;
  }

  /** A person calls it something else; which item that is, is still to be seen. */
  void renamed() {
    itemId = null;
    matchSource = MatchSource.PERSON;
    matchConfidence = null;
  }

  void became(ItemId item) {
    itemId = item.value();
  }

  /** Changes nothing but what may be chosen. */
  void offer(ItemId item, double confidence) {
    meantItemId = item.value();
    meantConfidence = confidence;
  }

  Optional<ItemId> meant() {
    return Optional.ofNullable(meantItemId).map(ItemId::new);
  }

  double meantConfidence() {
    return meantConfidence == null ? 0 : meantConfidence;
  }
}
