package io.groceryplanner.storage;

import io.groceryplanner.base.HouseholdId;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a file is kept: {@code <household>/<name>}. Built from ids alone, so no word of a person
 * gets into a path.
 */
public record FileKey(String value) {

  private static final java.util.regex.Pattern SHAPE =
      java.util.regex.Pattern.compile("[0-9a-f-]{36}/[0-9a-f-]{36}(\\.[a-z0-9]{1,16}){1,2}");

  public FileKey {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a file key: " + value);
    }
  }

  /**
   * @param ending without the first dot, such as {@code jpg} or {@code shown.jpg}
   */
  public static FileKey of(HouseholdId household, UUID id, String ending) {
    return new FileKey(household + "/" + id + "." + ending);
  }

  /** The key this name stands for, unless it is none of ours. */
  static Optional<FileKey> read(String name) {
    return SHAPE.matcher(name).matches() ? Optional.of(new FileKey(name)) : Optional.empty();
  }

  public HouseholdId household() {
    return new HouseholdId(UUID.fromString(value.substring(0, value.indexOf('/'))));
  }

  @Override
  public String toString() {
    return value;
  }
}
