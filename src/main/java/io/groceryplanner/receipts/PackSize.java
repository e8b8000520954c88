package io.groceryplanner.receipts;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much there is of something, in a unit that can be compared.
 *
 * @param per kg, l or piece
 */
record PackSize(BigDecimal quantity, String per) {

  static final String PIECE = "piece";

  private record Unit(String factor, String per) {}

  /** US customary where a name has two meanings. */
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          Map.entry("kg", new Unit("1", "kg")),
          Map.entry("g", new Unit("0.001", "kg")),
          Map.entry("gr", new Unit("0.001", "kg")),
          Map.entry("mg", new Unit("0.000001", "kg")),
          Map.entry("lb", new Unit("0.45359237", "kg")),
          Map.entry("oz", new Unit("0.028349523", "kg")),
          Map.entry("l", new Unit("1", "l")),
          Map.entry("lt", new Unit("1", "l")),
          Map.entry("ltr", new Unit("1", "l")),
          Map.entry("cl", new Unit("0.01", "l")),
          Map.entry("ml", new Unit("0.001", "l")),
          Map.entry("gal", new Unit("3.785411784", "l")),
          Map.entry("gl", new Unit("3.785411784", "l")),
          Map.entry("qt", new Unit("0.946352946", "l")),
          Map.entry("er", new Unit("1", PIECE)),
          Map.entry("st", new Unit("1", PIECE)),
          Map.entry("stk", new Unit("1", PIECE)),
          Map.entry("stück", new Unit("1", PIECE)),
          Map.entry("ct", new Unit("1", PIECE)),
          Map.entry("pk", new Unit("1", PIECE)),
          Map.entry("rl", new Unit("1", PIECE)),
          Map.entry(PIECE, new Unit("1", PIECE)));

  private static final Pattern PACK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.,])(?:(\\d{1,3})\\s*x\\s*)?(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*"
              + "(kg|gr|g|mg|lb|oz|ltr|lt|l|cl|ml|gal|gl|qt|er|stück|stk|st|ct|pk|rl)(?![\\p{L}\\p{N}])");
  private static final Pattern TIMES = Pattern.compile("(?<![\\p{L}\\p{N}])x\\s?(\\d{1,3})(?!\\d)");

  /** So much of a unit, where the unit is one we know. */
  static Optional<PackSize> of(BigDecimal quantity, String unit) {
    return Optional.ofNullable(UNITS.get(unit.toLowerCase(Locale.ROOT)))
        .map(known -> new PackSize(quantity.multiply(new BigDecimal(known.factor)), known.per));
  }

  /** What a pack holds, where its name says so: {@code 6x0,5L}, {@code 500 g}, {@code 10ER}. */
  static Optional<PackSize> in(String name) {
    var text = name.toLowerCase(Locale.ROOT);
    var pack = PACK.matcher(text);
    if (pack.find()) {
      var amount = new BigDecimal(pack.group(2).replace(',', '.'));
      var packs = pack.group(1) == null ? BigDecimal.ONE : new BigDecimal(pack.group(1));
      return of(amount.multiply(packs), pack.group(3)).filter(size -> size.quantity.signum() > 0);
    }
    var times = TIMES.matcher(text);
    return times.find()
        ? of(new BigDecimal(times.group(1)), PIECE).filter(size -> size.quantity.signum() > 0)
        : Optional.empty();
  }

  PackSize times(BigDecimal packs) {
    return new PackSize(quantity.multiply(packs), per);
  }
}
