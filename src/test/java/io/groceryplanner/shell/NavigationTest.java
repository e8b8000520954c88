package io.groceryplanner.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.base.ui.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTest {

  private static final NavEntry HOME = new NavEntry("", "home", Symbol.HOME, 10);
  private static final NavEntry PANTRY = new NavEntry("pantry", "pantry", Symbol.PANTRY, 20);
  private static final NavEntry RECEIPTS = new NavEntry("receipts", "receipts", Symbol.RECEIPT, 30);
  private static final NavEntry SHOP = new NavEntry("shop", "shop", Symbol.CART, 40);
  private static final NavEntry HOUSEHOLD =
      new NavEntry("household", "household", Symbol.PEOPLE, 100);
  private static final List<NavEntry> ALL = List.of(HOME, PANTRY, RECEIPTS, SHOP, HOUSEHOLD);

  @Test
  void a_page_below_an_entry_belongs_to_it() {
    assertThat(NavEntry.current(ALL, "receipts/4711")).contains(RECEIPTS);
  }

  @Test
  void a_path_that_only_begins_alike_belongs_elsewhere() {
    assertThat(NavEntry.current(ALL, "shopping")).isEmpty();
  }

  @Test
  void the_start_is_current_only_at_the_start() {
    assertThat(NavEntry.current(ALL, "")).contains(HOME);
    assertThat(NavEntry.current(ALL, "more")).isEmpty();
  }

  @Test
  void the_phones_bar_shows_the_first_three_places_of_every_day() {
    assertThat(BottomBar.shown(ALL)).containsExactly(HOME, PANTRY, RECEIPTS);
  }

  @Test
  void initials_take_the_first_two_words() {
    assertThat(Person.initials("Miriam Weißenborn Okafor")).isEqualTo("MW");
    assertThat(Person.initials("  Jonas ")).isEqualTo("J");
    assertThat(Person.initials("")).isEmpty();
  }
}
