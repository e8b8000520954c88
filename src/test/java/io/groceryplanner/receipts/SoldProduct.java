package io.groceryplanner.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Something an invented shop of the sample receipts sells, and what a household makes of it; a row
 * of {@code samples/assortment.tsv}.
 *
 * @param printed as the till prints it
 * @param unit pc, kg or lb
 * @param item what a household calls it that can't make sense of the print
 * @param legible whether people leave the print as it is
 */
record SoldProduct(
    String shop,
    String currency,
    String printed,
    String unit,
    BigDecimal price,
    String item,
    String category,
    boolean legible) {

  static List<SoldProduct> all() {
    try (var lines = Files.lines(Path.of("samples", "assortment.tsv"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(cells ->
              new SoldProduct(
                  cells[0],
                  cells[1],
                  cells[2],
                  cells[3],
                  new BigDecimal(cells[4]),
                  cells[6],
                  cells[7],
                  cells[8].equals("yes")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isWeighed() {
    return !unit.equals("pc");
  }

  /** How many pieces a pack holds, where its name says so and people count them. */
  int pieces() {
    return PackSize.in(printed)
        .filter(pack -> pack.per().equals(PackSize.PIECE))
        .map(pack -> Objects.requireNonNull(pack.quantity()).intValue())
        .orElse(1);
  }
}
