package io.groceryplanner.aiservice.receipts.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groceryplanner.aiservice.receipts.reading.Box;
import io.groceryplanner.aiservice.receipts.reading.Word;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is understood of a receipt whose words are read without a mistake. */
class ReceiptParsingTest {

  private static final Hints NO_HINTS = new Hints(null, null, LocalDate.of(2026, 11, 23));

  @Test
  void aGermanReceiptIsUnderstoodWithDepositsDiscountsAndWeights() {
    ParsedReceipt receipt =
        parse(
            """
            Kaufladen Beispiel GmbH
            Musterweg 1
            00000 Musterstadt
            EUR
            MINERALWASSER 1,5L 0,49 A
            PFAND 0,25 A
            TOMATEN 2,45 B
            0,684 kg x 3,58 EUR/kg
            JOGHURT 1,58 B
            2 Stk x 0,79
            BUTTER 2,29 B
            Rabatt 20% -0,46
            LEERGUT -0,75
            SUMME EUR 5,85
            Geg. BAR EUR 10,00
            Rückgeld BAR EUR 4,15
            MwSt % Netto Steuer Brutto
            A= 19,0% 0,62 0,12 0,74
            Datum: 12.03.2026 14:22 Uhr
            """,
            NO_HINTS);

    assertThat(receipt.merchant()).extracting(Found::value).isEqualTo("Kaufladen Beispiel GmbH");
    assertThat(receipt.date()).extracting(Found::value).isEqualTo(LocalDate.of(2026, 3, 12));
    assertThat(receipt.currency()).extracting(Found::value).isEqualTo("EUR");
    assertThat(receipt.total()).extracting(Found::value).isEqualTo(money("5.85"));
    assertThat(receipt.difference()).isEqualTo(money("0.00"));
    assertThat(receipt.lines())
        .extracting(ParsedLine::description, ParsedLine::lineTotal, ParsedLine::discount)
        .containsExactly(
            tuple("MINERALWASSER 1,5L", money("0.49"), money("0.00")),
            tuple("PFAND", money("0.25"), money("0.00")),
            tuple("TOMATEN", money("2.45"), money("0.00")),
            tuple("JOGHURT", money("1.58"), money("0.00")),
            tuple("BUTTER", money("2.29"), money("-0.46")),
            tuple("LEERGUT", money("-0.75"), money("0.00")));
    assertThat(receipt.lines().get(2).quantity()).isEqualByComparingTo("0.684");
    assertThat(receipt.lines().get(2).unit()).isEqualTo("kg");
    assertThat(receipt.lines().get(3).quantity()).isEqualByComparingTo("2");
    assertThat(receipt.lines().get(3).unitPrice()).isEqualByComparingTo("0.79");
    assertThat(receipt.lines().get(5).kind()).isEqualTo(ParsedLine.Kind.DEPOSIT);
  }

  @Test
  void countsAboveTheNameAndCouponsAreUnderstood() {
    ParsedReceipt receipt =
        parse(
            """
            VALLEY MARKET
            12/28/25 12:03 PM REG 03
            BREAD 1.99 F
            2 @ 5.29
            YOGURT PLAIN 10.58 F
            COUPON 0.50-
            0.62 lb @ $1.79/lb
            GALA APPLES 1.11 F
            SUBTOTAL 13.18
            SALES TAX 6.25% 0.12
            TOTAL $13.30
            CASH TENDERED 20.00
            CHANGE DUE 6.70
            """,
            new Hints(Locale.US, null, NO_HINTS.today()));

    assertThat(receipt.date()).extracting(Found::value).isEqualTo(LocalDate.of(2025, 12, 28));
    assertThat(receipt.currency()).extracting(Found::value).isEqualTo("USD");
    assertThat(receipt.total()).extracting(Found::value).isEqualTo(money("13.30"));
    assertThat(receipt.subtotal()).isEqualTo(money("13.18"));
    assertThat(receipt.tax()).isEqualTo(money("0.12"));
    assertThat(receipt.discounts()).isEqualTo(money("-0.50"));
    assertThat(receipt.lines()).hasSize(3);
    assertThat(receipt.lines().get(1).quantity()).isEqualByComparingTo("2");
    assertThat(receipt.lines().get(1).discount()).isEqualTo(money("-0.50"));
    assertThat(receipt.lines().get(2).unit()).isEqualTo("lb");
    assertThat(receipt.isClosed()).isTrue();
  }

  @Test
  void namesMayStandAboveTheirPrices() {
    ParsedReceipt receipt =
        parse(
            """
            STATIONERY CORNER SDN BHD
            Item Qty Price Amount
            EXERCISE BOOK A4
            9556000000001 3 2.00 6.00
            BALL PEN BLUE
            9556000000002 1 1.50 1.50
            Total 7.50
            """,
            NO_HINTS);

    assertThat(receipt.lines())
        .extracting(ParsedLine::description)
        .containsExactly("EXERCISE BOOK A4", "BALL PEN BLUE");
    assertThat(receipt.lines().getFirst().quantity()).isEqualByComparingTo("3");
    assertThat(receipt.currency()).extracting(Found::value).isEqualTo("MYR");
  }

  @Test
  void rowsThatOnlyExplainALineAreNoLinesAndNoNames() {
    ParsedReceipt receipt =
        parse(
            """
            Baumarkt Beispiel GmbH
            EUR
            ART/EAN 4000000000017
            2 Rolle x 4,85
            KREPPBAND 9,70 A
            ART/EAN 4000000000024
            5 Pack x 18,50
            UNTERLAGE 92,50 A
            ATEMSCHUTZMASKE 2*9,95 EUR 19,90
            Einzelpreis EUR 9,95
            SUMME EUR 122,10
            """,
            NO_HINTS);

    assertThat(receipt.lines())
        .extracting(ParsedLine::description, ParsedLine::quantity, ParsedLine::lineTotal)
        .containsExactly(
            tuple("KREPPBAND", money("2"), money("9.70")),
            tuple("UNTERLAGE", money("5"), money("92.50")),
            tuple("ATEMSCHUTZMASKE", money("2"), money("19.90")));
    assertThat(receipt.difference()).isEqualTo(money("0.00"));
  }

  @Test
  void anArticleWithItsNumberIsStillAnArticle() {
    ParsedReceipt receipt =
        parse(
            """
            Sample Market
            PLU 4011 BANANAS 1.29
            SKU 123456 3.50
            TOTAL 4.79
            """,
            NO_HINTS);

    assertThat(receipt.lines()).hasSize(2);
    assertThat(receipt.difference()).isEqualTo(money("0.00"));
  }

  @Test
  void aSpeckBeforeANameIsNoCount() {
    ParsedReceipt receipt =
        parse(
            """
            Sample Market
            3 FACE TONIC 0.95
            2 LEMONS 1.50
            3 x BUNS 1.00
            TOTAL 3.45
            """,
            NO_HINTS);

    assertThat(receipt.lines())
        .extracting(ParsedLine::description, ParsedLine::quantity)
        .containsExactly(
            tuple("FACE TONIC", null), tuple("LEMONS", money("2")), tuple("BUNS", money("3")));
  }

  @Test
  void anAmountWhoseDigitsWereReadAsLettersBehindAGapIsAnAmount() {
    ParsedReceipt receipt =
        parse(
            """
            Markt Beispiel GmbH
            BRÖTCHEN 0,78 B
            LEERGUT EW MINUS 0, S0xC
            SUMME EUR 0,28
            """,
            NO_HINTS);

    assertThat(receipt.lines())
        .extracting(ParsedLine::description, ParsedLine::lineTotal)
        .contains(tuple("BRÖTCHEN", money("0.78")));
    assertThat(receipt.difference()).isEqualTo(money("0.00"));
  }

  @Test
  void theAmountToPayIsTheOneAfterRounding() {
    ParsedReceipt receipt =
        parse(
            """
            CORNER TRADING
            SCREWS 88.97
            TOTAL 88.97
            ROUNDING ADJ -0.02
            TOTAL AFTER ROUNDING 88.95
            CASH 100.00
            CHANGE 11.05
            """,
            NO_HINTS);

    assertThat(receipt.total()).extracting(Found::value).isEqualTo(money("88.95"));
    assertThat(receipt.difference()).isEqualTo(money("0.02"));
    assertThat(receipt.rounding()).isEqualTo(money("-0.02"));
    assertThat(receipt.isClosed()).isTrue();
  }

  @Test
  void aRoundingWithoutItsSignIsTheOneThatMakesTheSumsAgree() {
    ParsedReceipt receipt =
        parse(
            """
            CORNER TRADING
            SCREWS 88.97
            TOTAL 88.97
            ROUNDING ADJ 0.02
            TOTAL AFTER ROUNDING 88.95
            """,
            NO_HINTS);

    assertThat(receipt.total()).extracting(Found::value).isEqualTo(money("88.95"));
    assertThat(receipt.rounding()).isEqualTo(money("-0.02"));
    assertThat(receipt.isClosed()).isTrue();
  }

  @Test
  void whatIsNotPrintedIsNotGuessed() {
    ParsedReceipt receipt = parse("hello there\nnothing to see", NO_HINTS);

    assertThat(receipt.total()).isNull();
    assertThat(receipt.date()).isNull();
    assertThat(receipt.currency()).isNull();
    assertThat(receipt.lines()).isEmpty();
    assertThat(receipt.difference()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Date: 05/03/2026      | de-DE | 2026-03-05
          Date: 05/03/2026      | en-US | 2026-05-03
          Date: 25/03/2026      | en-US | 2026-03-25
          2026-03-05 12:00      | en-GB | 2026-03-05
          Jan 5, 2026 at 8 AM   | en-US | 2026-01-05
          25 MAR 2018 9:27PM    | en-GB | 2018-03-25
          12.03.26 14:22        | de-DE | 2026-03-12
          """)
  void datesAreReadInTheOrderOfTheCountry(String text, String locale, LocalDate date) {
    Hints hints = new Hints(Locale.forLanguageTag(locale), null, NO_HINTS.today());

    assertThat(parse(text, hints).date()).extracting(Found::value).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({"Date: 05/03/2087", "Date: 31/02/2026", "Date 05/03/1999", "Tel 03-12 34 56"})
  void aDayNobodyCanHaveShoppedOnIsNoDate(String text) {
    assertThat(parse(text, NO_HINTS).date()).isNull();
  }

  @Test
  void noTextWhateverBreaksTheUnderstanding() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    String[] words = {
      "TOTAL",
      "1,99",
      "2 x 0,50",
      "-0.30",
      "PFAND",
      "CASH",
      "12.03.26",
      "MILK",
      "%",
      "x",
      "0.5 kg",
      "@",
      "RM9.00",
      "Qty",
      "Price",
      "9556000000001",
      "1.234,56",
      "999999.99",
      "Rabatt",
      "GST",
      "("
    };
    for (int receipt = 0; receipt < 3000; receipt++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(40); word >= 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) > 0 ? " " : "\n");
      }

      ParsedReceipt parsed = parse(text.toString(), NO_HINTS);

      assertThat(
              parsed.lines().stream()
                  .map(line -> line.lineTotal().add(line.discount()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(parsed.linesTotal());
    }
  }

  private static ParsedReceipt parse(String text, Hints hints) {
    return ReceiptParsing.parse(rows(text), hints);
  }

  /** Rows as a till prints them: names to the left, the last word of a row to the right. */
  static List<List<Word>> rows(String text) {
    List<List<Word>> rows = new ArrayList<>();
    for (String line : text.strip().split("\\s*\n\\s*")) {
      List<Word> row = new ArrayList<>();
      double left = 0;
      double top = rows.size() * 30;
      for (String word : line.strip().split(" +")) {
        double right = left + word.length() * 12;
        row.add(new Word(word, new Box(left, top, right, top + 20), 0.95));
        left = right + 12;
      }
      rows.add(row);
    }
    return rows;
  }

  private static BigDecimal money(String amount) {
    return new BigDecimal(amount);
  }
}
