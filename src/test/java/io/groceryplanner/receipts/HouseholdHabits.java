package io.groceryplanner.receipts;

import io.groceryplanner.inventory.ItemName;
import io.groceryplanner.inventory.StarterCategory;
import io.groceryplanner.receipts.TillPrint.Bought;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one invented household shops and what it wants its lines to say: it buys much the same at
 * each visit, renames what it cannot read (a name that holds the words of the thing is left), files
 * a few things its own way, never puts some away, and counts the pieces of some packs.
 */
final class HouseholdHabits {

  private static final int REGULARS = 14;
  private static final int BOUGHT_AT_A_VISIT = 75;
  private static final int SOMETHING_ELSE = 50;
  private static final int FILED_OTHERWISE = 3;
  private static final int NEVER_PUT_AWAY = 4;
  private static final int PIECES_COUNTED = 50;

  private final Random random;
  private final Map<String, List<SoldProduct>> regulars = new HashMap<>();
  private final Map<String, StarterCategory> filed = new HashMap<>();
  private final Set<String> neverPutAway = new HashSet<>();
  private final Set<String> countedByPiece = new HashSet<>();

  /** The names things got, by what they are. */
  private final Map<String, String> names = new HashMap<>();

  HouseholdHabits(long seed, List<SoldProduct> sold) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    for (var product : sold) {
      if (chance(FILED_OTHERWISE)) {
        filed.put(product.item(), StarterCategory.OTHER);
      }
      if (chance(NEVER_PUT_AWAY)) {
        neverPutAway.add(product.item());
      }
      if (product.pieces() > 1 && chance(PIECES_COUNTED)) {
        countedByPiece.add(product.printed());
      }
    }
  }

  /** What goes into the basket this time. */
  List<Bought> basket(List<SoldProduct> shelf) {
    var usual =
        regulars.computeIfAbsent(
            shelf.getFirst().shop(),
            _ -> {
              var shuffled = new ArrayList<>(shelf);
              Collections.shuffle(shuffled, random);
              return List.copyOf(shuffled.subList(0, REGULARS));
            });
    var basket = new ArrayList<Bought>();
    for (var product : usual) {
      if (chance(BOUGHT_AT_A_VISIT)) {
        basket.add(bought(product));
      }
    }
    if (basket.isEmpty() || chance(SOMETHING_ELSE)) {
      basket.add(bought(shelf.get(random.nextInt(shelf.size()))));
    }
    return basket;
  }

  private Bought bought(SoldProduct product) {
    return new Bought(
        product,
        product.isWeighed()
            ? BigDecimal.valueOf(180 + random.nextInt(1400), 3)
            : new BigDecimal(random.nextInt(4) == 0 ? 2 + random.nextInt(4) : 1));
  }

  /** What a line should say. */
  record Wanted(
      String name, StarterCategory category, boolean stocked, BigDecimal quantity, String unit) {}

  /**
   * @param shown what the line is called now; kept where a person would leave it
   */
  Wanted wanted(Bought bought, String shown) {
    var product = bought.product();
    boolean isCounted = countedByPiece.contains(product.printed());
    return new Wanted(
        name(product, shown),
        filed.getOrDefault(product.item(), StarterCategory.valueOf(product.category())),
        !neverPutAway.contains(product.item()),
        isCounted
            ? bought.quantity().multiply(new BigDecimal(product.pieces()))
            : bought.quantity(),
        product.isWeighed() ? product.unit() : "piece");
  }

  private String name(SoldProduct product, String shown) {
    var given = names.get(product.item());
    if (given != null) {
      return given;
    }
    var printed = ItemName.asPrinted(product.printed()).shown();
    boolean isFine =
        words(shown).containsAll(words(product.item()))
            || (product.legible() && letters(shown).equals(letters(printed)));
    return isFine ? shown : product.legible() ? printed : product.item();
  }

  /** From now on the thing is called so, at whatever shop it is bought. */
  void called(SoldProduct product, String name) {
    names.putIfAbsent(product.item(), name);
  }

  private boolean chance(int inAHundred) {
    return random.nextInt(100) < inAHundred;
  }

  Random random() {
    return random;
  }

  /** Without the plural, which nobody would correct. */
  private static Set<String> words(String name) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(name.toLowerCase(Locale.ROOT))
        .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
        .collect(Collectors.toSet());
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
