package io.groceryplanner.inventory;

/** What somebody types to find a name, as SQL's {@code like} takes it. */
final class NamePattern {

  private NamePattern() {}

  /** Matches every {@link ItemName#key} that holds these letters; blank ones match all. */
  static String holding(String letters) {
    return letters.isBlank() ? "%" : "%" + literal(new ItemName(letters).key()) + "%";
  }

  private static String literal(String letters) {
    return letters.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
