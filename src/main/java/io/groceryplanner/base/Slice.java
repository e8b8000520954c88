package io.groceryplanner.base;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list, as REST answers it.
 *
 * @param nextCursor what to ask for the part behind this one; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

  public static final int LARGEST = 200;

  /**
   * Makes a slice of rows that were read one beyond the limit, to know whether more follow.
   *
   * @param cursorOf what the slice behind this row is asked with
   */
  public static <T> Slice<T> of(List<T> oneMore, int limit, Function<T, String> cursorOf) {
    if (oneMore.size() <= limit) {
      return new Slice<>(oneMore, null);
    }
    var items = oneMore.subList(0, limit);
    return new Slice<>(List.copyOf(items), cursorOf.apply(items.getLast()));
  }

  public <R> Slice<R> map(Function<T, R> change) {
    return new Slice<>(items.stream().map(change).toList(), nextCursor);
  }

  /** A limit somebody asked for, brought into 1…{@value #LARGEST}. */
  public static int limit(int wanted) {
    return Math.clamp(wanted, 1, LARGEST);
  }
}
