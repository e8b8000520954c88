package io.groceryplanner.ops;

import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.ops.FeatureSwitches.Switch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people can do that needs more than the application itself, and what it needs: the one place
 * where that is said. Banners, notes and the admin page follow from it. A new feature is a line
 * here and three texts, {@code ops.feature.<name>} with {@code .away} and {@code .off}.
 */
public enum Feature {
  RECEIPT_UPLOAD(null, Part.STORAGE),
  RECEIPT_READING(Switch.RECEIPT_PROCESSING, Part.AI_SERVICE, Part.STORAGE, Part.JOBS),
  RECEIPTS_BY_MAIL(null, Part.MAIL, Part.STORAGE, Part.JOBS),
  CATEGORY_SUGGESTIONS(Switch.AI_CATEGORIZATION, Part.AI_SERVICE),
  SEARCH_BY_MEANING(Switch.SEMANTIC_SEARCH, Part.AI_SERVICE);

  private final @Nullable Switch behind;
  private final Set<Part> parts;

  Feature(@Nullable Switch behind, Part... parts) {
    this.behind = behind;
    this.parts = Set.of(parts);
  }

  /** The switch an admin can turn it off with, if there is one. */
  public Optional<Switch> behind() {
    return Optional.ofNullable(behind);
  }

  /** Without the database nothing works. */
  public boolean needs(Part part) {
    return part == Part.DATABASE || parts.contains(part);
  }

  public static List<Feature> thoseThatNeed(Part part) {
    return Arrays.stream(values()).filter(feature -> feature.needs(part)).toList();
  }

  /** Of the text that names it. */
  public String messageKey() {
    return "ops.feature." + name().toLowerCase(Locale.ROOT);
  }
}
