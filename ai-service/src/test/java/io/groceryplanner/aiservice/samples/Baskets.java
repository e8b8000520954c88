package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Fills baskets at random. */
final class Baskets {

  private static final LocalDateTime EPOCH = LocalDateTime.of(2025, 1, 2, 8, 0);

  private Baskets() {}

  /** A basket of the given number of products, all choices taken from the random source. */
  static Checkout fill(Shop shop, int products, Random random) {
    List<Product> shelf = new ArrayList<>(shop.products());
    Collections.shuffle(shelf, random);
    List<Purchase> purchases = new ArrayList<>();
    for (Product product : shelf.subList(0, Math.min(products, shelf.size()))) {
      purchases.add(purchase(shop, product, random));
    }
    if (shop.equals(Shops.LINDENHOF) && products > 7 && random.nextInt(2) == 0) {
      BigDecimal bottles = new BigDecimal(2 + random.nextInt(9));
      purchases.add(new Purchase(Assortment.EMPTIES, bottles, BigDecimal.ZERO.setScale(2), ""));
    }
    LocalDateTime at =
        EPOCH.plusDays(random.nextInt(660)).plusSeconds(random.nextInt(11 * 60 * 60));
    return new Checkout(shop, at, purchases, 1000 + random.nextInt(9000), random.nextInt(3) == 0);
  }

  private static Purchase purchase(Shop shop, Product product, Random random) {
    BigDecimal quantity = quantity(product, random);
    BigDecimal full = product.price().multiply(quantity).setScale(2, RoundingMode.HALF_UP);
    if (random.nextInt(6) != 0 || full.compareTo(new BigDecimal("1.50")) < 0) {
      return new Purchase(product, quantity, BigDecimal.ZERO.setScale(2), "");
    }
    String label = shop.discountLabels().get(random.nextInt(shop.discountLabels().size()));
    BigDecimal discount =
        label.contains("20%")
            ? full.multiply(new BigDecimal("0.20"))
            : new BigDecimal("0.10").multiply(new BigDecimal(2 + random.nextInt(9)));
    BigDecimal rounded = discount.setScale(2, RoundingMode.HALF_UP).negate();
    return new Purchase(product, quantity, rounded, label);
  }

  private static BigDecimal quantity(Product product, Random random) {
    return switch (product.unit()) {
      case KILOGRAM -> BigDecimal.valueOf(180 + random.nextInt(1400), 3);
      case POUND -> BigDecimal.valueOf(45 + random.nextInt(280), 2);
      case PIECE -> {
        int several = random.nextInt(4);
        yield new BigDecimal(several == 0 ? 2 + random.nextInt(4) : 1);
      }
    };
  }
}
