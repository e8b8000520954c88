package io.groceryplanner.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groceryplanner.IntegrationTest;
import io.groceryplanner.Screens;
import io.groceryplanner.base.HouseholdId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** In which order a place is looked through. */
@IntegrationTest
class StockTest {

  @Autowired ApplicationContext context;
  @Autowired Stock stock;

  @Test
  void whatIsToBeUsedFirstComesFirstOnEveryPage() {
    var household = Screens.found(context, Screens.newEmail()).household();
    var day = LocalDate.of(2026, 11, 24);
    stock.receive(
        household,
        List.of(
            delivery("Salt", null),
            delivery("Quark", day.plusDays(20)),
            delivery("Chicken_breast 50%", day),
            delivery("Spinach", day.plusDays(1)),
            delivery("Apples", day.plusDays(1)),
            delivery("Apples", day.plusDays(1)),
            delivery("Pepper", null)));

    assertThat(names(household, 2)).isEqualTo(names(household, 50));
    assertThat(names(household, 1))
        .containsExactly(
            "Chicken_breast 50%", "Apples", "Apples", "Spinach", "Quark", "Pepper", "Salt");
    assertThatThrownBy(() -> stock.listAt(household, Optional.empty(), "", "nonsense", 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> names(HouseholdId household, int page) {
    var names = new ArrayList<String>();
    @Nullable String cursor = null;
    do {
      var slice = stock.listAt(household, Optional.empty(), "", cursor, page);
      slice.items().forEach(entry -> names.add(entry.itemName()));
      cursor = slice.nextCursor();
    } while (cursor != null);
    return names;
  }

  private static Delivery delivery(String name, @Nullable LocalDate useBy) {
    return new Delivery(
        "test:" + UUID.randomUUID(),
        new ItemName(name),
        Optional.empty(),
        Optional.empty(),
        BigDecimal.ONE,
        "piece",
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(useBy));
  }
}
