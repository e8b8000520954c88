package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The invented shops; their names, addresses and numbers belong to nobody. */
final class Shops {

  private static final Taxes AMERICAN =
      Taxes.onTop(Map.of('F', new BigDecimal("0"), 'T', new BigDecimal("6.25")));
  private static final Taxes BRITISH =
      Taxes.included(Map.of('A', new BigDecimal("0"), 'B', new BigDecimal("20")));
  private static final Taxes GERMAN =
      Taxes.included(Map.of('A', new BigDecimal("19"), 'B', new BigDecimal("7")));

  static final Shop GREEN_BASKET =
      new Shop(
          "Green Basket Market",
          List.of("STORE #0000", "100 SAMPLE STREET", "ANYTOWN, ZZ 00000", "(000) 555-0100"),
          List.of("THANK YOU FOR SHOPPING", "AT GREEN BASKET", "RETURNS WITHIN 30 DAYS"),
          Money.USD,
          AMERICAN,
          Assortment.AMERICAN,
          List.of("GB CARD SAVINGS", "MFR COUPON", "STORE CPN"),
          "BTL DEP",
          true,
          true,
          new AmericanTill());

  static final Shop CORNER_PANTRY =
      new Shop(
          "Corner Pantry",
          List.of("1 Example Corner", "Sampleville, ZZ 00000", "cornerpantry.example"),
          List.of("Thanks, see you soon!", "Please keep your receipt"),
          Money.USD,
          AMERICAN,
          Assortment.AMERICAN,
          List.of("Sale", "Coupon", "Member deal"),
          "CRV",
          true,
          true,
          new ColumnTill());

  static final Shop MILL_LANE =
      new Shop(
          "MILL LANE FOODS",
          List.of("0 Mill Lane, Sampleford", "Tel 01632 960000", "VAT No. GB 000 0000 00"),
          List.of("THANK YOU FOR SHOPPING", "WITH US", "www.milllanefoods.example"),
          Money.GBP,
          BRITISH,
          Assortment.BRITISH,
          List.of("MULTIBUY SAVING", "REDUCED TO CLEAR", "PRICE DROP"),
          "DEPOSIT",
          false,
          true,
          new BritishTill(true));

  static final Shop THISTLE_AND_OAT =
      new Shop(
          "Thistle & Oat",
          List.of("Grocers of Exampleton", "2 Nowhere Row, Exampleton"),
          List.of("Served by: self checkout", "Have a lovely day"),
          Money.GBP,
          BRITISH,
          Assortment.BRITISH,
          List.of("2 for deal", "Loyalty price", "Coupon"),
          "Deposit",
          true,
          false,
          new BritishTill(false));

  static final Shop LINDENHOF =
      new Shop(
          "Frischemarkt Lindenhof",
          List.of("Musterstraße 0", "00000 Musterstadt", "UID Nr.: DE000000000"),
          List.of(
              "Es bediente Sie Kasse 2", "Vielen Dank für Ihren Einkauf!", "Bitte Bon aufbewahren"),
          Money.EUR,
          GERMAN,
          Assortment.GERMAN_CAPITALS,
          List.of("Rabatt 20%", "Coupon", "Aktionsnachlass"),
          "PFAND",
          false,
          true,
          new GermanTill(false));

  static final Shop SONNENTAL =
      new Shop(
          "Hofladen Sonnental",
          List.of("Feldweg 0 · 00000 Beispieldorf", "Mi-Sa 9-18 Uhr"),
          List.of("Frisch vom Feld.", "Danke und bis bald!"),
          Money.EUR,
          GERMAN,
          Assortment.GERMAN_FARM,
          List.of("Nachlass", "Hofkarte"),
          "Pfand Mehrweg",
          false,
          true,
          new GermanTill(true));

  static final List<Shop> ALL =
      List.of(GREEN_BASKET, CORNER_PANTRY, MILL_LANE, THISTLE_AND_OAT, LINDENHOF, SONNENTAL);

  private Shops() {}
}
