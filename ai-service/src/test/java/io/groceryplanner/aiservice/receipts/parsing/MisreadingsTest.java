package io.groceryplanner.aiservice.receipts.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was misread is put right where the receipt itself, or common knowledge, proves it. */
class MisreadingsTest {

  private static final Hints NO_HINTS = new Hints(null, null, LocalDate.of(2026, 11, 23));

  @ParameterizedTest
  @CsvSource({
    "SAMPLE TRADING SON BHD (12345-X),SAMPLE TRADING SDN BHD",
    "EXAMPLE CONFECTONERY SDN BHO,EXAMPLE CONFECTIONERY SDN BHD",
    "1DEAL HARDUARE $/B,IDEAL HARDWARE S/B",
    "Golden Sample Restaurants Ltd,Golden Sample Restaurants Ltd"
  })
  void legalFormsAndCommonWordsOfNamesArePutRight(String read, String name) {
    assertThat(CompanyNames.in(read)).isEqualTo(name);
  }

  @Test
  void aDigitOfTheTotalIsPutRightWhereLinesAndTaxProveIt() {
    assertThat(total("TOTAL 48.00")).isEqualByComparingTo("18.00");
  }

  @Test
  void aDigitMisreadInTheTotalAndThePaymentAlikeIsPutRightWhereTwoEquationsProveIt() {
    assertThat(total("TOTAL 48.00\nCASH 48.00")).isEqualByComparingTo("18.00");
    assertThat(total("CORRECTION PEN 10.88", "TOTAL 48.00\nCASH 48.00"))
        .as("one equation, for the lines do not make the subtotal")
        .isEqualByComparingTo("48.00");
  }

  @Test
  void aTotalThatNothingContradictsIsLeftAlone() {
    assertThat(total("TOTAL 27.50")).isEqualByComparingTo("27.50");
  }

  @Test
  void aDigitIsOneDigitAndNotALength() {
    assertThat(Evidence.isOneDigitFrom(1800, 4800)).isTrue();
    assertThat(Evidence.isOneDigitFrom(1800, 4900)).isFalse();
    assertThat(Evidence.isOneDigitFrom(1800, 180)).isFalse();
  }

  @Test
  void aSoupReducedInSodiumIsNoDiscount() {
    ParsedReceipt receipt =
        parse(
            """
            Sample Foods Ltd
            CRISPBREAD 1.50
            CHIX SOUP REDUCED SODIUM 2.49
            TOTAL 3.99
            """);

    assertThat(receipt.lines()).hasSize(2);
    assertThat(receipt.difference()).isEqualByComparingTo("0");
  }

  private static BigDecimal total(String rows) {
    return total("CORRECTION PEN 10.38", rows);
  }

  private static BigDecimal total(String line, String rows) {
    Found<BigDecimal> total =
        parse(
                """
                Sample Stationers Ltd
                TAPE DISPENSER 6.60
                %s
                SUBTOTAL 16.98
                TAX 1.02
                %s
                """
                    .formatted(line, rows))
            .total();
    return total == null ? BigDecimal.ZERO : total.value();
  }

  private static ParsedReceipt parse(String text) {
    return ReceiptParsing.parse(ReceiptParsingTest.rows(text), NO_HINTS);
  }
}
