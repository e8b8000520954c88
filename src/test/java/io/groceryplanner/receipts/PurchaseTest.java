package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PurchaseTest {

  private final Purchase paper = purchase("LINDENHOF Markt", "12.40", "1.20", "3.20", "8.00");

  @Test
  void theSamePaperReadAgainIsTheSamePurchase() {
    assertThat(paper.looksLike(purchase("Lindenhof-Markt", "12.4", "8.00", "1.20", "3.2")))
        .isTrue();
  }

  @Test
  void aFewMisreadLettersOrOneMisreadLineDoNotHideIt() {
    assertThat(paper.looksLike(purchase("LINDENH0F Markt", "12.40", "1.20", "3.20", "8.90")))
        .isTrue();
  }

  @Test
  void withoutAShopTheTotalAndNearlyAllLinesSayIt() {
    assertThat(paper.looksLike(purchase("", "12.40", "1.20", "3.20", "8.00"))).isTrue();
    assertThat(paper.looksLike(purchase("", "12.40", "12.40"))).isFalse();
  }

  @Test
  void withoutATotalTheShopAndNearlyAllLinesSayIt() {
    assertThat(paper.looksLike(purchase("Lindenhof Markt", "", "1.20", "3.20", "8.00"))).isTrue();
    assertThat(paper.looksLike(purchase("Lindenhof Markt", "", "1.20", "4.20"))).isFalse();
  }

  @Test
  void whereNoLineCouldBeReadShopAndTotalSayIt() {
    assertThat(paper.looksLike(purchase("Lindenhof Markt", "12.40"))).isTrue();
  }

  @Test
  void anotherShopOrOtherThingsOfTheSameTotalAreAnotherPurchase() {
    assertThat(paper.looksLike(purchase("Corner Pantry", "12.40", "2.40", "10.00"))).isFalse();
    assertThat(paper.looksLike(purchase("Lindenhof Markt", "12.40", "2.40", "10.00"))).isFalse();
    assertThat(paper.looksLike(purchase("Lindenhof Markt", "5.00", "5.00"))).isFalse();
  }

  private static Purchase purchase(String shop, String total, String... amounts) {
    return new Purchase(
        Optional.of(shop).filter(name -> !name.isEmpty()),
        Optional.of(total).filter(sum -> !sum.isEmpty()).map(BigDecimal::new),
        Arrays.stream(amounts).map(BigDecimal::new).toList());
  }
}
