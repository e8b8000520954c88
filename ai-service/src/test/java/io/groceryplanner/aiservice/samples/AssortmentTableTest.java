package io.groceryplanner.aiservice.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table by which web measures its memory is of the shops that the samples are from. */
class AssortmentTableTest {

  @Test
  void theTableSaysWhatTheShopsSell() throws IOException {
    List<String> written =
        Files.readAllLines(Path.of("../samples/assortment.tsv")).stream()
            .filter(line -> !line.startsWith("#"))
            .skip(1)
            .map(line -> String.join("\t", List.of(line.split("\t")).subList(0, 6)))
            .toList();
    List<String> sold =
        Shops.ALL.stream()
            .flatMap(shop -> shop.products().stream().map(product -> row(shop, product)))
            .toList();

    assertThat(written).isEqualTo(sold);
  }

  private static String row(Shop shop, Product product) {
    return String.join(
        "\t",
        shop.name(),
        shop.money().currency(),
        product.name(),
        product.unit().code(),
        product.price().toPlainString(),
        product.deposit().toPlainString());
  }
}
