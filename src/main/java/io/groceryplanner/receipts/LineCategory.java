package io.groceryplanner.receipts;

import io.groceryplanner.inventory.CategoryId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which category a line has, and who says so. */
@Embeddable
class LineCategory {

  @Column private @Nullable UUID categoryId;

  @Enumerated(EnumType.STRING)
  @Column
  private @Nullable CategorySource categorySource;

  @Column private @Nullable Double categoryConfidence;

  Optional<CategoryId> id() {
    return Optional.ofNullable(categoryId).map(CategoryId::new);
  }

  Optional<CategorySource> source() {
    return Optional.ofNullable(categorySource);
  }

  boolean isKnown() {
    return categoryId != null;
  }

  /** As the item or the line's text had it last time. */
  void known(CategoryId category) {
    categoryId = category.value();
    categorySource = CategorySource.ITEM;
  }

  void guessed(CategoryId category, CategorySource source, double certainty) {
    categoryId = category.value();
    categorySource = source;
    categoryConfidence = certainty;
  }

  /** A person chose it, or that there is none; the same again says nothing new. */
  void said(Optional<CategoryId> category) {
    if (!category.equals(id())) {
      categoryId = category.map(CategoryId::value).orElse(null);
      categorySource = categoryId == null ? null : CategorySource.PERSON;
      categoryConfidence = null;
    }
  }
}
