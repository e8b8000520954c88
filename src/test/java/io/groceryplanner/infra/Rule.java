package io.groceryplanner.infra;

import java.util.List;
import java.util.function.Function;

/**
 * @param name says what is asked for
 * @param check finds what breaks it, in words; nothing where it is kept
 */
record Rule<T>(String name, Function<T, List<String>> check) {

  List<String> broken(T subject) {
    return check.apply(subject);
  }

  @Override
  public String toString() {
    return name;
  }
}
