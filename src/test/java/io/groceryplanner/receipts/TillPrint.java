package io.groceryplanner.receipts;

import io.groceryplanner.ai.ReceiptExtraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints a basket and reads it as ai-service does: mostly right, with letters taken for others, and
 * now and then a quantity not read at all.
 */
final class TillPrint {

  /** How many texts in a hundred have a letter misread, and how many of those a second. */
  private static final int TEXTS_MISREAD = 8;

  private static final int MISREAD_TWICE = 25;
  private static final int QUANTITIES_LOST = 1;

  private static final Map<Character, String> TAKEN_FOR =
      Map.ofEntries(
          Map.entry('O', "0D"),
          Map.entry('0', "O"),
          Map.entry('I', "1l"),
          Map.entry('1', "I"),
          Map.entry('L', "I"),
          Map.entry('S', "5"),
          Map.entry('5', "S"),
          Map.entry('B', "8"),
          Map.entry('8', "B"),
          Map.entry('Z', "2"),
          Map.entry('E', "F"),
          Map.entry('C', "G"),
          Map.entry('Ä', "A"),
          Map.entry('Ö', "O"),
          Map.entry('Ü', "U"),
          Map.entry('ß', "B"),
          Map.entry('ä', "a"),
          Map.entry('ö', "o"),
          Map.entry('ü', "u"),
          Map.entry('l', "1I"),
          Map.entry('i', "l"),
          Map.entry('e', "c"),
          Map.entry('t', "f"),
          Map.entry('n', "r"),
          Map.entry('N', "M"),
          Map.entry('R', "A"),
          Map.entry('T', "I"),
          Map.entry('.', ","));

  private TillPrint() {}

  /** What was bought of one product. */
  record Bought(SoldProduct product, BigDecimal quantity) {

    BigDecimal total() {
      return product.price().multiply(quantity).setScale(2, RoundingMode.HALF_UP);
    }
  }

  static ReceiptExtraction.Line line(int lineNo, Bought bought, Random random) {
    var product = bought.product();
    boolean isLost = random.nextInt(100) < QUANTITIES_LOST;
    boolean isPrinted = product.isWeighed() || bought.quantity().compareTo(BigDecimal.ONE) > 0;
    return ReadReceipts.line(
        lineNo,
        read(product.printed(), random),
        isPrinted && !isLost ? bought.quantity() : null,
        product.isWeighed() && !isLost ? product.unit() : null,
        isPrinted && !isLost ? product.price() : null,
        bought.total());
  }

  static String merchant(String name, Random random) {
    return read(name, random);
  }

  private static String read(String printed, Random random) {
    if (random.nextInt(100) >= TEXTS_MISREAD) {
      return printed;
    }
    var once = misread(printed, random);
    return random.nextInt(100) < MISREAD_TWICE ? misread(once, random) : once;
  }

  private static String misread(String text, Random random) {
    var places =
        IntStream.range(0, text.length())
            .filter(i -> TAKEN_FOR.containsKey(text.charAt(i)))
            .boxed()
            .toList();
    if (places.isEmpty() || random.nextInt(6) == 0) {
      int gone = random.nextInt(text.length());
      return text.substring(0, gone) + text.substring(gone + 1);
    }
    int at = places.get(random.nextInt(places.size()));
    var instead = TAKEN_FOR.getOrDefault(text.charAt(at), "?");
    return text.substring(0, at)
        + instead.charAt(random.nextInt(instead.length()))
        + text.substring(at + 1);
  }
}
