package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tax classes of a shop's country, in percent by letter. */
final class Taxes {

  private final boolean onTop;
  private final SortedMap<Character, BigDecimal> rates;

  private Taxes(boolean onTop, Map<Character, BigDecimal> rates) {
    this.onTop = onTop;
    this.rates = new TreeMap<>(rates);
  }

  static Taxes onTop(Map<Character, BigDecimal> rates) {
    return new Taxes(true, rates);
  }

  static Taxes included(Map<Character, BigDecimal> rates) {
    return new Taxes(false, rates);
  }

  /** Whether the tax is added to the printed prices. */
  boolean onTop() {
    return onTop;
  }

  Iterable<Character> letters() {
    return rates.keySet();
  }

  BigDecimal rate(char letter) {
    return Objects.requireNonNull(rates.get(letter), "no such tax letter");
  }
}
