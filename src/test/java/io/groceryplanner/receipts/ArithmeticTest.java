package io.groceryplanner.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When lines make a total, with what a till adds to them. */
class ArithmeticTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prices as printed                  | 5.85  |       |      |       | 5.85  | 0    | 0     | 0
          tax inside of prices               | 5.85  | 5.85  | 0.38 |       | 5.85  | 0    | 0     | 0
          tax on top                         | 16.98 | 16.98 | 1.02 |       | 18.00 | 1.02 | 0     | 0
          tax on top of a line misread       | 15.98 | 16.98 | 1.02 |       | 18.00 | 1.02 | 0     | -1.00
          rounded down                       | 88.97 |       |      | -0.02 | 88.95 | 0    | -0.02 | 0
          rounded up, tax on top             | 16.98 | 16.98 | 1.00 | 0.02  | 18.00 | 1.00 | 0.02  | 0
          rounded, and a line misread        | 87.97 |       |      | -0.02 | 88.95 | 0    | -0.02 | -1.00
          a rounding the total has already   | 88.95 |       |      | -0.02 | 88.95 | 0    | 0     | 0
          """)
  void sumsAgreeWithTaxAndRounding(
      String what,
      BigDecimal lines,
      BigDecimal subtotal,
      BigDecimal tax,
      BigDecimal rounding,
      BigDecimal total,
      BigDecimal onTop,
      BigDecimal rounded,
      BigDecimal difference) {
    var arithmetic =
        Arithmetic.of(
            lines,
            Optional.ofNullable(subtotal),
            Optional.ofNullable(tax),
            Optional.ofNullable(rounding),
            Optional.of(total));

    assertThat(arithmetic.taxOnTop()).isEqualByComparingTo(onTop);
    assertThat(arithmetic.rounding()).isEqualByComparingTo(rounded);
    assertThat(arithmetic.difference().orElseThrow()).isEqualByComparingTo(difference);
    assertThat(arithmetic.addsUp()).isEqualTo(difference.signum() == 0);
  }
}
